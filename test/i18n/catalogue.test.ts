/** The catalogue against the sources: every text that is said has its English, and no English is left over. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { EN } from '../../i18n/en.ts';

const root = new URL('../..', import.meta.url).pathname;
const SPOKEN = ['app', 'archive', 'press-review', 'web'];

const sources = SPOKEN.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => join(folder, name)),
);

/** What is given to `t`, `rich`, `told` and `msg` as it stands: both ends of a condition count. */
function literals(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node))
    return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  return ts.isParenthesizedExpression(node) ? literals(node.expression) : [];
}

function said(path: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      ['t', 'rich', 'msg', 'told'].includes(node.expression.text) &&
      node.arguments[0]
    )
      found.push(...literals(node.arguments[0]));
    ts.forEachChild(node, visit);
  };
  visit(
    ts.createSourceFile(
      path,
      readFileSync(join(root, path), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
      path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    ),
  );
  return found;
}

const used = new Map(sources.flatMap((path) => said(path).map((text) => [text, path] as const)));
const names = (text: string) => [...new Set(text.match(/\{\w+\}/gu))].sort();

describe('the catalogue', () => {
  it('has everything that is said', () => {
    const missing = [...used].filter(([text]) => !Object.hasOwn(EN, text));
    expect(missing).toEqual([]);
    expect(used.size).toBeGreaterThan(500);
  });

  it('has nothing that nobody says', () => {
    expect(Object.keys(EN).filter((text) => !used.has(text))).toEqual([]);
  });

  it('says each text in one file only', async () => {
    const files = readdirSync(join(root, 'i18n/en'));
    const parts = await Promise.all(
      files.map(
        async (file): Promise<Record<string, object>> =>
          import(`../../i18n/en/${file.replace(/\.ts$/u, '')}.ts`),
      ),
    );
    const keys = parts.flatMap((part) => Object.values(part).flatMap(Object.keys));
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    expect(keys.length).toBe(Object.keys(EN).length);
  });

  it('fills in the same values in both languages', () => {
    const unlike = Object.entries<string | { one: string; other: string }>(EN).filter(
      ([text, entry]) => {
        const many = typeof entry === 'string' ? entry : entry.other;
        return String(names(text)) !== String(names(many));
      },
    );
    expect(unlike).toEqual([]);
  });

  it('is English', () => {
    const words = Object.values<string | { one: string; other: string }>(EN).flatMap((entry) =>
      typeof entry === 'string' ? [entry] : [entry.one, entry.other],
    );
    // What stays Vietnamese in English: our name, and examples of what a reader types.
    const own = /Điểm Báo|\p{L}+(?: \p{L}+)?:(?:có)?/gu;
    expect(words.filter((text) => /[^\p{ASCII}“”‘’…–—›→←·×]/u.test(text.replace(own, '')))).toEqual(
      [],
    );
  });
});
