/** The document itself: measures by the decree, every word of the review, in what Word and LibreOffice read. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { toDocx } from '../../press-review/docx/document.ts';
import { unpack } from '../../press-review/docx/unpack.ts';
import type { PressReview } from '../../press-review/review.ts';
import { daily, item, periodic } from './sample.ts';

const run = promisify(execFile);
const mm = (millimetres: number) => Math.floor((millimetres / 25.4) * 1440);

async function partOf(review: PressReview, name: string): Promise<string> {
  return (await unpack(await toDocx(review))).get(name) ?? '';
}

const textOf = (xml: string) =>
  xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/** What a reader must find, as printed. */
const words = (review: PressReview) =>
  review.sections.flatMap(({ items }) =>
    items.flatMap((one) => [
      one.headline,
      ...one.summary.split('\n'),
      ...one.quotes.flatMap((quote) => quote.words.split('\n')),
    ]),
  );

describe('a press review as .docx', () => {
  it('has the page of Nghị định 30/2020/NĐ-CP', async () => {
    const document = await partOf(daily, 'word/document.xml');
    const attributes = (name: string): Record<string, string> =>
      Object.fromEntries(
        [
          ...(document.match(new RegExp(`<${name} [^>]*>`))?.[0] ?? '').matchAll(
            /w:(\w+)="([^"]*)"/g,
          ),
        ].map(([, key, value]) => [key ?? '', value ?? '']),
      );
    expect(attributes('w:pgSz')).toMatchObject({ w: String(mm(210)), h: String(mm(297)) });
    const margins = attributes('w:pgMar');
    for (const [side, least, most] of [
      ['top', 20, 25],
      ['bottom', 20, 25],
      ['left', 30, 35],
      ['right', 15, 20],
    ] as const) {
      expect(Number(margins[side])).toBeGreaterThanOrEqual(mm(least));
      expect(Number(margins[side])).toBeLessThanOrEqual(mm(most) + 1);
    }
    expect(document).toContain('<w:titlePg/>');
    expect(document).toMatch(/<w:jc w:val="both"\/>/);
    expect(document).toMatch(new RegExp(`w:firstLine="${mm(12.7)}"`));
    const styles = await partOf(daily, 'word/styles.xml');
    expect(styles).toContain('w:ascii="Times New Roman"');
    expect(styles).toMatch(/<w:rPrDefault>.*<w:sz w:val="28"\/>.*<\/w:rPrDefault>/s);
    expect(styles).toMatch(/<w:pPrDefault>.*w:after="120".*w:line="276".*<\/w:pPrDefault>/s);
  });

  it('numbers its pages in the top margin, the first one aside', async () => {
    const files = await unpack(await toDocx(daily));
    const headers = [...files].filter(([name]) => /^word\/header\d+\.xml$/.test(name));
    expect(headers).toHaveLength(2);
    const numbered = headers.filter(([, xml]) => xml.includes('PAGE'));
    expect(numbered).toHaveLength(1);
    expect(numbered[0]?.[1]).toContain('<w:jc w:val="center"/>');
    const [name] = numbered[0] ?? [''];
    const relation = new RegExp(`Id="([^"]+)"[^>]*Target="${name.slice('word/'.length)}"`).exec(
      files.get('word/_rels/document.xml.rels') ?? '',
    )?.[1];
    expect(files.get('word/document.xml')).toMatch(
      new RegExp(`<w:headerReference w:type="default" r:id="${relation}"/>`),
    );
  });

  it('holds every headline, paragraph and quotation as it is, markup and braces too', async () => {
    const text = textOf(await partOf(daily, 'word/document.xml'));
    for (const one of words(daily)) expect(text).toContain(one);
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(text).toContain('Bến Mơ, ngày 26 tháng 5 năm 2023');
    expect(text).toContain('I. Tin trong tỉnh\n1. Đảng bộ huyện Sơn Hạ');
    expect(text).toContain('(Báo Miền Núi, 26/5/2023; Báo Cửa Biển đăng lại)');
    expect(text).toContain('II. Vấn đề báo chí phản ánh cần kiểm tra\n1. Bãi rác');
    expect(text).not.toContain('Tin trung ương');
  });

  it('has a cover, contents with their entries, a table, shares and matters to check for a week', async () => {
    const xml = await partOf(periodic, 'word/document.xml');
    const text = textOf(xml);
    expect(text).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
    expect(text).not.toContain('CỘNG HÒA XÃ HỘI');
    const contents = text.slice(text.indexOf('MỤC LỤC'), text.indexOf('Số tin, bài'));
    for (const title of [
      'Bảng tổng hợp',
      'Tỷ lệ sắc thái',
      'Tin trong tỉnh',
      'Danh mục vấn đề cần kiểm tra',
    ])
      expect(contents).toContain(title);
    expect(text).toContain('33,3 %');
    expect(text).toContain('UBND huyện Sơn Hạ');
    const bookmarks = [...xml.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    const pages = [...xml.matchAll(/PAGEREF ([\w-]+)/g)].map(([, name]) => name);
    expect(pages).toEqual(bookmarks);
  });

  it('leaves out what XML cannot hold', async () => {
    const hostile: PressReview = {
      ...daily,
      sections: [
        {
          id: 'muc-1',
          title: 'Lạ',
          byField: false,
          items: [item('x', { headline: `a\u0000b\ud800c${'\u200f'}`, summary: '\u000bd' })],
        },
      ],
    };
    const xml = await partOf(hostile, 'word/document.xml');
    expect(textOf(xml)).toContain('1. ab\ufffdc\u200f');
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  });

  it('is read by LibreOffice with all its letters', async (context) => {
    const there = await run('soffice', ['--version']).then(
      () => run('pdftotext', ['-v']).then(() => true),
      () => false,
    );
    if (!there) {
      console.log('not run: press review as PDF (needs soffice and pdftotext on the PATH)');
      context.skip();
    }
    const directory = await mkdtemp(join(tmpdir(), 'diembao-review-'));
    try {
      await writeFile(join(directory, 'ky.docx'), await toDocx(periodic));
      await run('soffice', [
        `-env:UserInstallation=file://${directory}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        directory,
        join(directory, 'ky.docx'),
      ]);
      await run('pdftotext', ['-enc', 'UTF-8', join(directory, 'ky.pdf')]);
      const flat = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ');
      const text = flat(await readFile(join(directory, 'ky.txt'), 'utf8'));
      for (const one of words(periodic)) expect(text).toContain(flat(one));
      expect(text).toContain('MỤC LỤC');
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }, 120_000);
});
