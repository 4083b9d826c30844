/** Templates of an office's own: filled where they have a place, refused by name where they are no mere form. */
import { buffer } from 'node:stream/consumers';
import { Document, ExternalHyperlink, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import {
  checkTemplate,
  defaultTemplate,
  fillTemplate,
  PLACEHOLDERS,
} from '../../press-review/docx/template.ts';
import { unpack } from '../../press-review/docx/unpack.ts';
import { daily, periodic } from './sample.ts';

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

  it('finds a placeholder that is cut into several runs', async () => {
    const cut = new Paragraph({ children: [new TextRun('{{noi'), new TextRun('_dung}}')] });
    const text = await documentText(await fillTemplate(await docx([cut]), daily));
    expect(text).toContain('Chợ nổi dời về bến mới');
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
