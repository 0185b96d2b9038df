// What the explorer knows of the schema: its types, and which of them stands at a place of a document.
"use strict";

const Schema = (() => {
  const TYPE = "kind name ofType { kind name ofType { kind name ofType { kind name } } }";
  const INPUT = `name description defaultValue type { ${TYPE} }`;
  const QUESTION = `query Schema { __schema {
    queryType { name } mutationType { name } subscriptionType { name }
    types {
      kind name description possibleTypes { name }
      fields(includeDeprecated: true) { name description isDeprecated deprecationReason args { ${INPUT} } type { ${TYPE} } }
      inputFields { ${INPUT} } enumValues(includeDeprecated: true) { name description }
    }
  } }`;

  // A schema as it was answered, with its types by name.
  function read({ __schema: schema }) {
    const types = new Map(schema.types.filter(({ name }) => !name.startsWith("__")).map((type) => [type.name, type]));
    const roots = { query: schema.queryType, mutation: schema.mutationType, subscription: schema.subscriptionType };
    return { types, roots: Object.fromEntries(Object.entries(roots).filter(([, type]) => type).map(([k, v]) => [k, v.name])) };
  }

  // The type without lists and exclamation marks.
  function named(type) {
    while (type.ofType) type = type.ofType;
    return type.name;
  }

  // A type as GraphQL writes it, in parts: the name in the middle can become a link.
  function written(type) {
    if (type.kind === "NON_NULL") {
      const { before, name, after } = written(type.ofType);
      return { before, name, after: `${after}!` };
    }
    if (type.kind === "LIST") {
      const { before, name, after } = written(type.ofType);
      return { before: `[${before}`, name, after: `${after}]` };
    }
    return { before: "", name: type.name, after: "" };
  }

  const TOKENS = /"""[\s\S]*?(?:"""|$)|"(?:[^"\\\n]|\\.)*(?:"|$)|#[^\n]*|\.\.\.|[A-Za-z_]\w*|[{}()[\]:$@!=|&]|-?[\d.]+/gm;

  // Which type's members can stand behind a text: the fields of an object, or the arguments of a field.
  function at({ types, roots }, text) {
    const partial = /[A-Za-z_]\w*$/.exec(text)?.[0] ?? "";
    const tokens = text.slice(0, text.length - partial.length).match(TOKENS) ?? [];
    if (/^["#]/.test(tokens.at(-1) ?? "") && !text.endsWith("\n")) return { members: [], partial };
    const open = [];
    let next = roots.query;
    let field;
    let brackets = 0;
    tokens.forEach((token, index) => {
      const before = tokens[index - 1];
      const parent = types.get(open.at(-1));
      if (token === "(") brackets += 1;
      else if (token === ")") brackets -= 1;
      else if (brackets > 0) return;
      else if (token === "{") open.push(next), (field = undefined);
      else if (token === "}") open.pop(), (next = undefined);
      else if (before === "on") next = token;
      else if (before === "@" || token === "on" || !/^[A-Za-z_]/.test(token)) return;
      else if (open.length === 0) next = roots[token] ?? next;
      else if (before !== "...") {
        field = parent?.fields?.find(({ name }) => name === token);
        next = field ? named(field.type) : undefined;
        if (token === "__typename") next = undefined;
      }
    });
    if (open.length === 0 && brackets === 0) return { members: [], partial };
    const members = brackets > 0 ? (brackets === 1 ? (field?.args ?? []) : []) : (types.get(open.at(-1))?.fields ?? []);
    return { members, partial, argument: brackets > 0, of: brackets > 0 ? field?.name : open.at(-1) };
  }

  return { QUESTION, read, named, written, at };
})();
