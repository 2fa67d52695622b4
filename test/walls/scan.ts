import ts from 'typescript';

export type Habit = 'local-time' | 'environment' | 'clock' | 'chance';
export type Finding = { readonly habit: Habit; readonly line: number; readonly code: string };

const LOCAL_TIME = new Set([
  ...[
    'toLocaleString',
    'toLocaleDateString',
    'toLocaleTimeString',
    'toDateString',
    'toTimeString',
    'getTimezoneOffset',
    'getYear',
    'setYear',
  ],
  ...['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'].flatMap((part) => [`get${part}`, `set${part}`]),
]);

/** Read from the syntax tree, so that comments, texts and line breaks neither hide nor feign anything. */
export function findingsIn(fileName: string, text: string): readonly Finding[] {
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest);
  const found: Finding[] = [];
  const visit = (node: ts.Node): void => {
    const habit = habitOf(node);
    if (habit) {
      const start = node.getStart(file);
      found.push({ habit, line: file.getLineAndCharacterOfPosition(start).line + 1, code: text.slice(start, node.end) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function habitOf(node: ts.Node): Habit | undefined {
  if (ts.isNewExpression(node) && isNamed(node.expression, 'Date')) return habitOfNewDate(node.arguments?.length ?? 0);
  if (ts.isCallExpression(node) && isNamed(node.expression, 'Date')) return 'clock';
  if (ts.isImportDeclaration(node)) return isImportOfEnv(node) ? 'environment' : undefined;
  if (ts.isVariableDeclaration(node)) return takesEnvApart(node) ? 'environment' : undefined;
  const member = memberOf(node);
  if (!member) return undefined;
  if (LOCAL_TIME.has(member.name)) return 'local-time';
  if (member.name === 'env' && isProcess(member.of)) return 'environment';
  if (member.name === 'now' && isNamed(member.of, 'Date')) return 'clock';
  return member.name === 'random' && isNamed(member.of, 'Math') ? 'chance' : undefined;
}

/** `new Date()` reads the clock; `new Date(2026, 0, 31)` means midnight wherever the process happens to run. */
function habitOfNewDate(argumentCount: number): Habit | undefined {
  if (argumentCount === 0) return 'clock';
  return argumentCount > 1 ? 'local-time' : undefined;
}

function memberOf(node: ts.Node): { readonly of: ts.Expression; readonly name: string } | undefined {
  if (ts.isPropertyAccessExpression(node)) return { of: node.expression, name: node.name.text };
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return { of: node.expression, name: node.argumentExpression.text };
  }
  return undefined;
}

function isNamed(node: ts.Node | undefined, name: string): boolean {
  return node !== undefined && ts.isIdentifier(node) && node.text === name;
}

function isProcess(node: ts.Expression): boolean {
  return isNamed(node, 'process') || (memberOf(node)?.name === 'process' && isNamed(memberOf(node)?.of, 'globalThis'));
}

function isImportOfEnv({ moduleSpecifier, importClause }: ts.ImportDeclaration): boolean {
  if (!ts.isStringLiteral(moduleSpecifier) || !/^(node:)?process$/.test(moduleSpecifier.text)) return false;
  const bindings = importClause?.namedBindings;
  return (
    bindings !== undefined && ts.isNamedImports(bindings) && bindings.elements.some((one) => (one.propertyName ?? one.name).text === 'env')
  );
}

function takesEnvApart({ name, initializer }: ts.VariableDeclaration): boolean {
  if (!initializer || !isProcess(initializer) || !ts.isObjectBindingPattern(name)) return false;
  return name.elements.some((one) => isNamed(one.propertyName ?? one.name, 'env'));
}
