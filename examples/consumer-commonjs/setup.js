const cdktf = require("cdktf");
const { matchers } = require("@groundplan/testing");

cdktf.Testing.setupJest();
expect.extend(matchers);
