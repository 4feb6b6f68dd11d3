import { type Node, parse } from "acorn";
import { ancestor, full } from "acorn-walk";

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html:
// ECMAScript 5.1, and of later versions const, let, async functions, await, arrow functions, template literals and rest parameters
const syntax = new Set([
  ...["Program", "ExpressionStatement", "BlockStatement", "EmptyStatement", "ReturnStatement", "LabeledStatement", "BreakStatement"],
  ...["ContinueStatement", "IfStatement", "SwitchStatement", "SwitchCase", "ThrowStatement", "TryStatement", "CatchClause"],
  ...["WhileStatement", "DoWhileStatement", "ForStatement", "ForInStatement", "FunctionDeclaration", "VariableDeclaration"],
  ...["VariableDeclarator", "ThisExpression", "ArrayExpression", "ObjectExpression", "Property", "FunctionExpression"],
  ...["UnaryExpression", "UpdateExpression", "BinaryExpression", "AssignmentExpression", "LogicalExpression", "MemberExpression"],
  ...["ConditionalExpression", "CallExpression", "NewExpression", "SequenceExpression", "Identifier", "Literal"],
  ...["ArrowFunctionExpression", "AwaitExpression", "ImportDeclaration", "ImportDefaultSpecifier"],
]);

const globals = new Set(["Buffer", "Math", "Object", "String", "Number", "Array", "JSON", "RegExp", "decodeURIComponent", "undefined"]);

const modules = new Set(["cloudfront", "crypto"]);

// of strings, arrays and objects, and of the two modules
const methods = new Set([
  ...["charAt", "charCodeAt", "concat", "endsWith", "includes", "indexOf", "join", "replace", "slice", "split", "startsWith"],
  ...["toLowerCase", "toUpperCase", "trim", "toString", "test", "exec", "find", "forEach", "filter", "map", "keys", "assign", "max", "min"],
  ...["from", "createHash", "update", "digest", "kvs", "get", "rawQueryString"],
]);

/** What CloudFront's JavaScript runtime 2.0 lacks, a line each. */
export function notSupported(source: string): string[] {
  const program = parse(source, { ecmaVersion: 2023, sourceType: "module", locations: true });
  const found: string[] = [];
  const names = declared(program);
  full(program, (node) => {
    found.push(...problemsOf(node, names).map((problem) => `line ${node.loc?.start.line}: ${problem}`));
  });
  return [...found, ...awaits(program)];
}

function problemsOf(node: Node, names: ReadonlySet<string>): string[] {
  const { type, operator, name, optional, shorthand, computed, callee, params, value, source, raw } = Object(node);
  const method = callee?.type === "MemberExpression" && !callee.computed ? callee.property.name : undefined;
  return [
    // acorn-walk visits patterns under a name of its own
    !syntax.has(type) && !["VariablePattern", "MemberPattern", "Pattern", "Expression", "Function", "Class"].includes(type) && type,
    ["??", "??=", "||=", "&&=", "**="].includes(operator) && operator,
    optional === true && "?.",
    type === "Property" && (shorthand || computed) && "a property without its name",
    type === "Identifier" && !names.has(name) && !globals.has(name) && `the global ${name}`,
    method !== undefined && !methods.has(method) && `the method ${method}`,
    params?.some(({ type: kind }: Node) => !["Identifier", "RestElement"].includes(kind)) && "a default or a pattern as a parameter",
    type === "ArrowFunctionExpression" && Object(node).async && "an async closure",
    type === "CatchClause" && Object(node).param === null && "catch without its error",
    type === "ImportDeclaration" && !modules.has(source.value) && `the module ${source.value}`,
    type === "Literal" && Object(node).regex !== undefined && /\(\?<|[usvdy]$/.test(raw) && `the expression ${raw}`,
    typeof value === "bigint" && "bigint",
  ].filter((problem) => typeof problem === "string");
}

/** Everything that the source names itself: it has no two of a name that mean different things. */
function declared(program: Node): Set<string> {
  const names = new Set<string>();
  full(program, (node) => {
    const { id, params, param, type, local } = Object(node);
    for (const one of [id, param, local, ...(params ?? [])]) if (one?.type === "Identifier") names.add(one.name);
    if (type === "VariableDeclarator" && id.type !== "Identifier") names.add("");
  });
  return names;
}

/** `await` stands in a statement of its own: as an argument it is not supported. */
function awaits(program: Node): string[] {
  const found: string[] = [];
  ancestor(program, {
    AwaitExpression(_node, _state, ancestors) {
      const parent = ancestors.at(-2);
      if (
        parent !== undefined &&
        !["VariableDeclarator", "ExpressionStatement", "AssignmentExpression", "ReturnStatement"].includes(parent.type)
      )
        found.push(`await within a ${parent.type}`);
    },
  });
  return found;
}
