/** The parts of a workbook but its rows (ECMA-376, SpreadsheetML). */
import { xml } from './xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Numbers of `cellXfs` in `stylesPart`. */
export const STYLES = { plain: 0, text: 1, quoted: 2, day: 3, moment: 4, heading: 5 } as const;

const DAY = 164;
const MOMENT = 165;
/** The format "@": what is typed into such a cell is text. */
const TEXT = 49;
const top = '<alignment vertical="top"/>';

export const stylesPart = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="${DAY}" formatCode="dd/mm/yyyy"/><numFmt numFmtId="${MOMENT}" formatCode="dd/mm/yyyy hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf xfId="0"/><xf xfId="0" numFmtId="${TEXT}" applyNumberFormat="1" applyAlignment="1">${top}</xf><xf xfId="0" numFmtId="${TEXT}" quotePrefix="1" applyNumberFormat="1" applyAlignment="1">${top}</xf><xf xfId="0" numFmtId="${DAY}" applyNumberFormat="1" applyAlignment="1">${top}</xf><xf xfId="0" numFmtId="${MOMENT}" applyNumberFormat="1" applyAlignment="1">${top}</xf><xf xfId="0" numFmtId="${TEXT}" fontId="1" applyFont="1" applyNumberFormat="1" applyAlignment="1">${top}</xf></cellXfs></styleSheet>`;

/** Up to the rows: the first row stays in sight. @param widths of the columns in characters */
export function sheetHead(widths: readonly number[]): string {
  const cols = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>`;
}
export const SHEET_TAIL = '</sheetData></worksheet>';

export const rootRelations = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const numbered = (names: readonly string[]) => names.map((name, i) => ({ name, number: i + 1 }));

export function workbookPart(sheets: readonly string[]): string {
  const list = numbered(sheets).map(
    ({ name, number }) => `<sheet name="${xml(name)}" sheetId="${number}" r:id="rId${number}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`;
}

export function workbookRelations(sheets: readonly string[]): string {
  const list = numbered(sheets).map(
    ({ number }) =>
      `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
}

export function contentTypes(sheets: readonly string[]): string {
  const list = numbered(sheets).map(
    ({ number }) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
  );
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${list.join('')}</Types>`;
}
