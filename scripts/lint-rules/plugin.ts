// Two rules of this project's own, as an oxlint plugin. Only the parts of the syntax tree they look at are typed here.

interface Node {
  readonly type: string;
  readonly name?: string | Node;
  readonly value?: unknown;
  readonly computed?: boolean;
  readonly object?: Node;
  readonly property?: Node;
  readonly callee?: Node;
  readonly arguments?: readonly Node[];
  readonly expression?: Node;
  readonly parent?: Node;
  readonly quasis?: readonly { readonly value: { readonly cooked?: string | null } }[];
}

interface Context {
  report(problem: { node: Node; message: string }): void;
}

interface Rule {
  readonly meta: { readonly docs: { readonly description: string } };
  create(context: Context): Readonly<Record<string, (node: Node) => void>>;
}

/** What core/ must be given as an argument instead: each of these answers differently from one call to the next. */
const CLOCKS_AND_DICE: Readonly<Record<string, readonly string[]>> = {
  Date: ['now'],
  Math: ['random'],
  crypto: ['randomUUID', 'getRandomValues'],
  performance: ['now', 'timeOrigin', 'mark', 'measure'],
  Temporal: ['Now'],
};
const GLOBALS = new Set(['globalThis', 'window', 'self', 'global']);

const identifier = (node: Node | undefined): string | undefined =>
  node?.type === 'Identifier' && typeof node.name === 'string' ? node.name : undefined;

const memberName = (node: Node): string | undefined => {
  if (!node.computed) return identifier(node.property);
  const { property } = node;
  return property?.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined;
};

/** The name of a global, also when it is reached through `globalThis`. */
const globalName = (node: Node | undefined): string | undefined => {
  if (node?.type === 'MemberExpression' && GLOBALS.has(identifier(node.object) ?? ''))
    return memberName(node);
  return identifier(node);
};

const noClockOrDice: Rule = {
  meta: {
    docs: { description: 'core/ is given the time and chance as arguments, so that its answers repeat' },
  },
  create(context) {
    const complain = (node: Node, what: string) =>
      context.report({ node, message: `core/ takes ${what} as an argument; it never asks for it itself.` });
    return {
      MemberExpression(node) {
        const members = CLOCKS_AND_DICE[globalName(node.object) ?? ''];
        if (members?.includes(memberName(node) ?? '')) complain(node, 'the time and chance');
      },
      NewExpression(node) {
        const now = globalName(node.callee) === 'Date' && node.arguments?.length === 0;
        if (now) complain(node, 'the time');
      },
      CallExpression(node) {
        // `Date()` is the current time as text whatever it is called with.
        if (globalName(node.callee) === 'Date') complain(node, 'the time');
      },
    };
  },
};

/** Attributes that are read out or shown. */
const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'title',
]);

/** A word is something with two letters in a row; one letter, digits, dashes and signs need no translation. */
const hasWord = (text: unknown): boolean => typeof text === 'string' && /\p{L}{2}/u.test(text);

/** The literal text an expression shows, whichever way it is written. */
const isText = (node: Node | undefined): boolean => {
  if (node?.type === 'Literal') return hasWord(node.value);
  if (node?.type === 'TemplateLiteral') return (node.quasis ?? []).some(({ value }) => hasWord(value.cooked));
  return false;
};

const attributeName = (node: Node): string | undefined => {
  const { name } = node;
  return typeof name === 'object' && typeof name.name === 'string' ? name.name : undefined;
};

const noLiteralText: Rule = {
  meta: {
    docs: { description: 'what the page says comes from its catalogues, so that it can be translated' },
  },
  create(context) {
    const complain = (node: Node) =>
      context.report({
        node,
        message: 'Text belongs in the string catalogues (renderer/strings), not in JSX.',
      });
    return {
      JSXText(node) {
        if (hasWord(node.value)) complain(node);
      },
      JSXExpressionContainer(node) {
        const isChild = node.parent?.type === 'JSXElement' || node.parent?.type === 'JSXFragment';
        if (isChild && isText(node.expression)) complain(node);
      },
      JSXAttribute(node) {
        if (!SPOKEN.has(attributeName(node) ?? '')) return;
        const value = node.value as Node | null | undefined; // what an attribute's value is in ESTree's JSX
        const shown = value?.type === 'JSXExpressionContainer' ? value.expression : (value ?? undefined);
        if (isText(shown)) complain(node);
      },
    };
  },
};

const plugin: { readonly meta: { readonly name: string }; readonly rules: Readonly<Record<string, Rule>> } = {
  meta: { name: 'acquaint' },
  rules: { 'no-clock-or-dice': noClockOrDice, 'no-literal-text': noLiteralText },
};

// oxlint loads a plugin by its default export.
export default plugin;
