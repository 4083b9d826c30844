/** Days and spans of days. */
export const DAYS = {
  'không rõ ngày': 'date unknown',
  'tháng {month}': '{month}',
  '{day} {time}': '{day}, {time}',
  'từ {day}': 'from {day}',
  'đến {day}': 'until {day}',
} as const;
