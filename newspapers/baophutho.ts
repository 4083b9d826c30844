import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baophutho',
  name: 'Báo Phú Thọ',
  origin: 'https://baophutho.vn',
  hosts: ['www.baophutho.vn'],
  province: '25',
  extends: 'dcontent',
  confidence: 'code',
  notes:
    'About half of the bodies are encrypted. No feed is known on this host; the list’s selector is the form of the addresses. Serves old Vĩnh Phúc and Hòa Bình too since the merger of 2025.',
});
