/** The catalogue against the sources: every text that is said has its English, and no English is left over. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { EN } from '../../i18n/en.ts';

const root = new URL('../..', import.meta.url).pathname;
const SPOKEN = ['app', 'archive', 'press-review', 'web'];

const SAYING = new Set(['t', 'rich', 'told', 'msg']);

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

const parsed = (path: string) =>
  ts.createSourceFile(
    path,
    readFileSync(join(root, path), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );

function said(path: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      SAYING.has(node.expression.text) &&
      node.arguments[0]
    )
      found.push(...literals(node.arguments[0]));
    ts.forEachChild(node, visit);
  };
  visit(parsed(path));
  return found;
}

const used = new Map(sources.flatMap((path) => said(path).map((text) => [text, path] as const)));
const names = (text: string) => [...new Set(text.match(/\{\w+\}/gu))].sort();

/** Vietnamese that is no text of the interface: what the document says, examples, what is asked of the archive. */
const NO_TEXTS = new Set([
  // Fields of a press review, the name of its template and of a new section: words of the document.
  ...['Kinh tế', 'Nông nghiệp, nông thôn', 'Văn hóa, xã hội', 'Giáo dục', 'Y tế', 'Pháp luật'],
  ...['Xây dựng Đảng, chính quyền', 'Quốc phòng, an ninh', 'Môi trường'],
  ...['Mục mới', 'Mẫu điểm báo.docx'],
  // How the question of a list reads in its file.
  ...['thuộc', 'các tỉnh, bản đồ', 'hiện nay'],
  // What a reader may type.
  ...['hội nghị sơ kết giữa nhiệm kỳ', 'Bí thư Huyện ủy Hương Khê'],
  ...['-từ', 'tỉnh:', 'người:', 'từ:', 'đến:'],
  // Our name, and the language's own.
  ...['Điểm Báo', '- Điểm Báo', 'Tiếng Việt'],
]);
/** What is said before a reader is known: at the start, to who asks for another host, of what is no request. */
const IN_BOTH = ['web/guard.ts', 'web/unreadable-request.ts'];
const MARKED = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu;

/** Vietnamese words in a page's source that stand outside of `t`, `rich`, `told` and `msg`. */
function unsaid(path: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && SAYING.has(node.expression.getText())) {
      for (const value of node.arguments.slice(1)) visit(value);
      return;
    }
    const text =
      ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateLiteralToken(node)
        ? node.text.trim()
        : '';
    if (MARKED.test(text) && !NO_TEXTS.has(text) && !NO_TEXTS.has(node.getText())) found.push(text);
    ts.forEachChild(node, visit);
  };
  visit(parsed(path));
  return found.map((text) => `${path}: ${text}`);
}

describe('the catalogue', () => {
  it('has everything that is said', () => {
    const missing = [...used].filter(([text]) => !Object.hasOwn(EN, text));
    expect(missing).toEqual([]);
    expect(used.size).toBeGreaterThan(500);
  });

  it('knows everything that the pages say in Vietnamese', () => {
    const pages = sources.filter((path) => path.startsWith('web/') && !IN_BOTH.includes(path));
    expect(pages.flatMap(unsaid)).toEqual([]);
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
