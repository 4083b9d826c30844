/** A number as Vietnamese write it: "1.234". */
export const count = (value: number) => new Intl.NumberFormat('vi-VN').format(value);
