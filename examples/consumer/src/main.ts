import { App } from "cdktf";
import { ShopStack } from "./shop-stack.js";

const app = new App();
new ShopStack(app, "shop");
app.synth();
