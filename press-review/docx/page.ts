/**
 * The page by Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, top and bottom 20 mm, left 30 mm, right 15 mm, Times New
 * Roman 14, justified, first line 1.27 cm, 6 pt between paragraphs, the page number centred in the top margin
 * and not on page 1.
 */
import {
  AlignmentType,
  convertMillimetersToTwip,
  Header,
  type IPropertiesOptions,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';

export const FONT = 'Times New Roman';
/** Half points. */
export const SIZE = 28;
/** Twips. */
export const BETWEEN = 120;
export const FIRST_LINE = convertMillimetersToTwip(12.7);
const mm = convertMillimetersToTwip;
const A4 = { width: mm(210), height: mm(297) };
const MARGIN = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) };
export const TEXT_WIDTH = A4.width - MARGIN.left - MARGIN.right;

export const styles: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { font: FONT, size: SIZE, language: { value: 'vi-VN' } },
      // 1.15 lines.
      paragraph: { spacing: { after: BETWEEN, line: 276, lineRule: LineRuleType.AUTO } },
    },
    hyperlink: { run: { color: '0000EE' } },
  },
};

export const section: Pick<ISectionOptions, 'properties' | 'headers'> = {
  properties: {
    titlePage: true,
    page: { size: A4, margin: { ...MARGIN, header: mm(10), footer: mm(10) } },
  },
  headers: {
    first: new Header({ children: [new Paragraph({})] }),
    default: new Header({
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [new TextRun({ children: [PageNumber.CURRENT] })],
        }),
      ],
    }),
  },
};
