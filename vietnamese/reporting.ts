/** Verbs of saying, and the words of feeling that stand in their place. */
import { dataFile } from './data-file.ts';
import { type Phrases, phrases, type Word } from './words.ts';

interface Reporting {
  readonly verbs: Phrases;
  /** Verbs that tell of speech only right beside a quotation: "mời", "hỏi". */
  readonly weak: Phrases;
  readonly feelings: Phrases;
  readonly tails: Phrases;
  /** Compounds that begin like a verb of saying: "đáp ứng", "kể từ". */
  readonly others: Phrases;
}

const reporting = dataFile('reporting-verbs.json', (json): Reporting => {
  const data = json as Record<'verbs' | 'weak' | 'feelings' | 'tails' | 'others', string[]>;
  return {
    verbs: phrases(data.verbs),
    weak: phrases([...data.verbs, ...data.weak]),
    feelings: phrases(data.feelings),
    tails: phrases(data.tails),
    others: phrases(data.others),
  };
});

/** Words before which "chỉ đạo", "thông tin", "báo cáo" … are nouns, or part of a body's name. */
const NOUN_BEFORE = new Set(
  'ban sở bộ công các những sự bản cuộc việc buổi lời bài sự được bị nguồn phòng ngành của câu một mọi nhiều tờ dòng tiếng về theo có cụm đáng học thăm ngoại bàn mời vận tin nhà ít nhận làn nhiều suy địa chương ngẫm cổ trước'.split(
    ' ',
  ),
);

const INFORMS = new Set('minh sẻ nêu tải cấp bố lọc nhập tìm'.split(' '));

/** "nói trên trang web của câu lạc bộ": he says it there; "quy định nói trên": named above. */
function saysOn(list: readonly Word[], at: number): boolean {
  if (list[at]?.low !== 'nói' || list[at + 1]?.low !== 'trên') return false;
  const where = list[at + 2];
  return (
    where?.cap === true ||
    /^(?:trang|kênh|sóng|truyền|đài|tờ|báo|mạng|tạp|chương|diễn|chuyên)$/u.test(where?.low ?? '')
  );
}

/**
 * Number of words of the verb of saying at `at`; 0 for a noun or a part of a name. `beside`: it stands
 * right beside a quotation, where weaker verbs count too.
 */
export function verbAt(list: readonly Word[], at: number, beside = false): number {
  const word = list[at];
  if (word === undefined || word.punct) return 0;
  const size = (beside ? reporting().weak : reporting().verbs).at(list, at);
  if (size === 0 || (reporting().others.at(list, at) > size && !saysOn(list, at))) return 0;
  if (word.cap && at > 0 && !list[at - 1]?.punct) return 0;
  const before = list[at - 1];
  // "Nhật Bản nhấn mạnh", "ông Minh thông tin": a name; "Phó Ban chỉ đạo", "Bộ Ngoại giao": none.
  const named =
    before?.cap === true &&
    list[at - 2]?.punct === false &&
    word.low !== 'giao' &&
    !/^(?:ban|bộ|sở|ngành)$/u.test(before.low);
  // "xác minh thông tin": a noun.
  if (word.low === 'thông' && before !== undefined && !named && INFORMS.has(before.low)) return 0;
  // "tự tin nói": the noun is a part of the feeling.
  const felt = at > 1 && reporting().feelings.at(list, at - 2) === 2;
  const noun = before !== undefined && NOUN_BEFORE.has(before.low) && !named && !felt;
  if (word.low !== 'cho' && noun) return 0;
  // "phản hồi của người dân": a noun.
  return list[at + size]?.low === 'của' ? 0 : size;
}

/** Number of words of the word of feeling at `at`. */
export function feelingAt(list: readonly Word[], at: number): number {
  return reporting().feelings.at(list, at);
}

/** Number of words that may follow the verb before the quotation: "thêm", "rằng", "như sau". */
export function tailAt(list: readonly Word[], at: number): number {
  return reporting().tails.at(list, at);
}
