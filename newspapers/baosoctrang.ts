import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baosoctrang',
  name: 'Báo Sóc Trăng',
  origin: 'https://baosoctrang.org.vn',
  hosts: ['www.baosoctrang.org.vn'],
  province: '94',
  extends: 'vnpt',
  confidence: 'listed',
  notes:
    'Old Sóc Trăng, a part of Cần Thơ since 2025: the code of the old province stands for its own edition; whether it still publishes is not known. The family is guessed from the form of its addresses.',
});
