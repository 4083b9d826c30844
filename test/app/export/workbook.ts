/** Reads a workbook with other means than those that write it. */
import { load } from 'cheerio';
import yauzl from 'yauzl';

function entries(file: Buffer): Promise<ReadonlyMap<string, string>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(file, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const found = new Map<string, string>();
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, async (failed, stream) => {
          if (failed) return reject(failed);
          const chunks: Buffer[] = [];
          for await (const chunk of stream) chunks.push(Buffer.from(chunk));
          found.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
          zip.readEntry();
        });
      });
      zip.on('end', () => resolve(found));
      zip.on('error', reject);
      zip.readEntry();
    });
  });
}

export interface ReadCell {
  readonly text: string;
  readonly type: string;
  readonly style: number;
}

export interface Sheet {
  readonly name: string;
  /** "A1" -> cell, in each row. */
  readonly rows: readonly ReadonlyMap<string, ReadCell>[];
}

/** ST_Xstring's escapes taken back. */
const unescaped = (text: string) =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );

/** Strictly: a part that is no well-formed XML fails. */
export async function readWorkbook(
  file: Buffer,
): Promise<{ sheets: Sheet[]; parts: ReadonlyMap<string, string> }> {
  const parts = await entries(file);
  const part = (name: string) => load(parts.get(name) ?? '', { xml: true });
  const targets = new Map(
    part('xl/_rels/workbook.xml.rels')('Relationship')
      .toArray()
      .map((one) => [one.attribs.Id, one.attribs.Target]),
  );
  const sheets = part('xl/workbook.xml')('sheet')
    .toArray()
    .map((sheet) => {
      const $ = part(`xl/${targets.get(sheet.attribs['r:id'])}`);
      const rows = $('row')
        .toArray()
        .map((row) => {
          const cells = $(row)
            .children('c')
            .toArray()
            .map((cell): [string, ReadCell] => [
              (cell.attribs.r ?? '').replace(/\d+$/, ''),
              {
                text: unescaped($(cell).text()),
                type: cell.attribs.t ?? 'n',
                style: Number(cell.attribs.s ?? 0),
              },
            ]);
          return new Map(cells);
        });
      return { name: sheet.attribs.name ?? '', rows };
    });
  return { sheets, parts };
}
