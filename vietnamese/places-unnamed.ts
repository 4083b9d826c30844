/** Articles of a province's own newspaper that say "tỉnh" and never which. */

const OF_PROVINCE =
  /(?<!\p{L})(?:(?:toàn|cả|trong|địa bàn|UBND|HĐND|MTTQ|Công an|Quân sự|lãnh đạo) tỉnh|Tỉnh (?:ủy|đoàn)|tỉnh (?:ta|nhà))(?! \p{Lu}|\p{L})/u;
const OF_CITY =
  /(?<!\p{L})(?:(?:toàn|cả|trong|địa bàn|UBND|HĐND|MTTQ|Công an|lãnh đạo) (?:thành phố|TP)|Thành (?:ủy|đoàn))(?! \p{Lu}|\p{L})/u;

/** Characters of the body that count as the story's beginning. */
const LEAD = 300;

/**
 * Does the beginning speak of the newspaper's own province without naming it?
 * @param province name with type word: "Tỉnh Hà Tĩnh", "Thành phố Đà Nẵng"
 */
export function tellsOf(
  province: string,
  passages: readonly { readonly paragraph: number; readonly text: string }[],
): boolean {
  const said = province.startsWith('Tỉnh') ? OF_PROVINCE : OF_CITY;
  let left = LEAD;
  for (const { paragraph, text } of passages) {
    if (left <= 0) return false;
    if (said.test(paragraph <= 0 ? text : text.slice(0, left))) return true;
    if (paragraph > 0) left -= text.length;
  }
  return false;
}
