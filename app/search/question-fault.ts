/** What is wrong with a question, in the reader's words. */
import { codeOf, DiembaoError } from '../../core/errors.ts';
import { told } from '../../i18n/text.ts';
import {
  MAX_EXCLUSIONS,
  MAX_QUESTION_LENGTH,
  MAX_QUESTION_SYLLABLES,
  type QuestionError,
} from '../../indexer/question.ts';

/** Of a text that was typed so much may stand in a message. */
const SHOWN = 60;

function wordsOf({ code, text }: QuestionError): readonly [message: string, hint?: string] {
  const value = text.slice(0, SHOWN);
  switch (code) {
    case 'question-too-long':
      return [told('Câu hỏi dài nhất {n} ký tự.', { n: MAX_QUESTION_LENGTH })];
    case 'question-too-many-words':
      return [told('Câu hỏi có nhiều nhất {n} từ.', { n: MAX_QUESTION_SYLLABLES })];
    case 'question-too-many-exclusions':
      return [told('Chỉ loại trừ được nhiều nhất {n} từ hoặc cụm từ.', { n: MAX_EXCLUSIONS })];
    case 'question-unknown-newspaper':
      return [
        told('Không có báo nào tên “{value}”.', { value }),
        told('Ghi tên, mã hoặc địa chỉ của báo: nguồn:baohatinh.vn'),
      ];
    case 'question-unknown-place':
      return [
        told('Không có tỉnh, huyện, xã nào tên “{value}”.', { value }),
        told(
          'Xem lại tên và dấu; tên nhiều chữ đứng trước chữ khác thì để trong ngoặc: {example}',
          { example: 'tỉnh:"Hà Tĩnh"' },
        ),
      ];
    case 'question-places-apart':
      return [told('Các địa phương đã ghi không nằm trong nhau.')];
    case 'question-unknown-kind':
      return [
        told('Không có loại hội nghị “{value}”.', { value }),
        told('Có thể ghi: {known}.', {
          known: 'sơ kết, tổng kết, đại hội, kỳ họp, hội nghị, hội thi, lễ',
        }),
      ];
    case 'question-bad-date':
      return [
        told('“{value}” không phải ngày, tháng hay năm có trong lịch.', { value }),
        told('Ngày viết 26/5/2023, tháng viết 5/2023, năm viết 2023.'),
      ];
    case 'question-bad-switch':
      return [
        told('“{value}” chưa rõ là có hay không.', { value }),
        told('Ghi {yes} hoặc {no}.', { yes: 'chính xác:có', no: 'chính xác:không' }),
      ];
  }
}

/** The first of the faults as an error to throw; null for none. */
export function questionFault([fault]: readonly QuestionError[]): DiembaoError | null {
  if (fault === undefined) return null;
  const [message, hint] = wordsOf(fault);
  return new DiembaoError(fault.code, message, hint === undefined ? {} : { hint });
}

/** @throws DiembaoError what the engine refuses of a question, in the reader's words; whatever else it throws as it is */
export async function inWords<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (cause) {
    if (codeOf(cause) !== 'question-too-broad') throw cause;
    throw new DiembaoError(
      'question-too-broad',
      told('Quá nhiều bài có các từ đầu của câu hỏi dài này.'),
      { cause, hint: told('Bớt từ, hoặc để cụm từ trong ngoặc kép.') },
    );
  }
}
