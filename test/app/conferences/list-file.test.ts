/** The list of conferences as CSV and as a workbook: whole, safe, with what the columns mean. */
import { describe, expect, it } from 'vitest';
import { CONFERENCE_COLUMNS, conferencesFile } from '../../../app/conferences/list-file.ts';
import { openArchive } from '../../../archive/index.ts';
import { unpack } from '../../../press-review/docx/unpack.ts';
import { at, conference, input, record } from '../../contracts/archive-samples.ts';

const NOW = new Date('2026-11-30T01:02:03Z');

async function world(count: number) {
  const archive = await openArchive({ file: ':memory:' });
  for (let n = 0; n < count; n++) {
    const held = conference({
      name: n === 0 ? '=HYPERLINK("http://x")' : `Hội nghị ${n}`,
      organiser: 'Đảng bộ huyện Lộc Hà',
      place: { code: '042', path: ['Tỉnh Hà Tĩnh', 'Huyện Lộc Hà', null] },
    });
    const article = record(`a${n}`, { conferences: [held] });
    await archive.articles.put(input(article, { conferenceKeys: [`k${n}`] }), at(n));
  }
  return archive;
}

async function bytesOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

describe('the list of conferences', () => {
  it('is whole in CSV, with BOM, CRLF and no formula', async () => {
    const archive = await world(405);
    const made = await conferencesFile(archive, {}, 'csv', { asked: '', now: NOW });
    const text = (await bytesOf(made.bytes)).toString('utf8');
    expect(text.startsWith(`\ufeff${CONFERENCE_COLUMNS.map(({ id }) => id).join(',')}\r\n`)).toBe(
      true,
    );
    expect(text.trimEnd().split('\r\n')).toHaveLength(406);
    expect(made.total).toBe(405);
    expect(text).toContain(`'=HYPERLINK`);
    expect(text).toContain('042,"Huyện Lộc Hà, Tỉnh Hà Tĩnh"');
    await archive.close();
  });

  it('has codes as text, days as days, its source and its columns in a workbook', async () => {
    const archive = await world(2);
    const asked = { asked: 'cấp huyện', now: NOW };
    const { bytes } = await conferencesFile(archive, {}, 'xlsx', asked);
    const parts = await unpack(await bytesOf(bytes));
    const [first, source, columns] = [1, 2, 3].map((n) => parts.get(`xl/worksheets/sheet${n}.xml`));
    expect(first).toMatch(/t="inlineStr"[^>]*><is><t[^>]*>042</);
    expect(first).not.toContain('<f>');
    expect(first).toMatch(/<v>46027<\/v>/);
    expect(source).toContain('hội nghị: cấp huyện; 2 hội nghị; xuất lúc 08:02 ngày 30/11/2026');
    expect(columns).toContain('place_code');
    await archive.close();
  });
});
