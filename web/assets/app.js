// What a script adds to pages that work without one: suggestions while typing, keys, dragging over the timeline.
// Texts from outside become text nodes, never markup.
(() => {
  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const english = document.documentElement.lang === 'en';
  const say = (vi, en) => (english ? en : vi);
  const typing = (target) =>
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

  // ------------------------------------------------ suggestions
  const box = document.querySelector('#q');
  const suggestions = () => {
    const list = make('div', { id: 'goi-y', role: 'listbox', hidden: true });
    list.setAttribute('aria-label', say('Gợi ý', 'Suggestions'));
    list.className = 'suggestions';
    box.parentElement.after(list);
    box.setAttribute('role', 'combobox');
    box.setAttribute('aria-autocomplete', 'list');
    box.setAttribute('aria-controls', list.id);
    box.setAttribute('aria-expanded', 'false');
    let options = [];
    let at = -1;
    let asked = '';
    let waiting = null;
    let request = null;

    const close = () => {
      list.hidden = true;
      options = [];
      at = -1;
      box.setAttribute('aria-expanded', 'false');
      box.removeAttribute('aria-activedescendant');
    };
    const take = (option) => {
      const url = new URL(option.dataset.href, location.href);
      // What was chosen beside the box stays chosen.
      for (const [name, value] of new FormData(box.form))
        if (name !== box.name && value !== '' && !url.searchParams.getAll(name).includes(value))
          url.searchParams.append(name, value);
      close();
      location.assign(url);
    };
    const point = (to) => {
      options[at]?.setAttribute('aria-selected', 'false');
      at = (to + options.length) % options.length;
      options[at].setAttribute('aria-selected', 'true');
      options[at].scrollIntoView({ block: 'nearest' });
      box.setAttribute('aria-activedescendant', options[at].id);
    };
    const show = ({ groups }) => {
      close();
      list.replaceChildren(
        ...groups.map(({ label, items }) => {
          const group = make('div', { role: 'group' });
          group.setAttribute('aria-label', label);
          const heading = make('div', { className: 'heading', textContent: label });
          heading.setAttribute('aria-hidden', 'true');
          group.append(heading);
          for (const { text, detail, href } of items) {
            const option = make('div', { role: 'option', id: `goi-y-${options.length}` }, text);
            option.setAttribute('aria-selected', 'false');
            option.dataset.href = href;
            if (detail) option.append(make('span', { className: 'detail', textContent: detail }));
            options.push(option);
            group.append(option);
          }
          return group;
        }),
      );
      list.hidden = options.length === 0;
      box.setAttribute('aria-expanded', String(!list.hidden));
    };
    const ask = async () => {
      const text = box.value;
      if (text.trim().length < 2) return close();
      if (text === asked && !list.hidden) return;
      asked = text;
      request?.abort();
      request = new AbortController();
      const { signal } = request;
      try {
        const url = `/api/v1/suggestions?q=${encodeURIComponent(text.slice(0, 200))}`;
        const answer = await fetch(url, { signal });
        if (answer.ok && !signal.aborted) show(await answer.json());
      } catch {
        // Aborted by the next letter, or the server is away: the box works without suggestions.
        if (!signal.aborted) close();
      }
    };
    box.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, 120);
    });
    box.addEventListener('keydown', (event) => {
      if (event.isComposing || list.hidden) return;
      if (event.key === 'ArrowDown') point(at + 1);
      else if (event.key === 'ArrowUp') point(at < 0 ? options.length - 1 : at - 1);
      else if (event.key === 'Enter' && at >= 0) take(options[at]);
      else if (event.key === 'Escape') close();
      else return;
      event.preventDefault();
    });
    box.addEventListener('blur', () => setTimeout(close, 150));
    list.addEventListener('mousedown', (event) => {
      const option = event.target.closest('[role=option]');
      event.preventDefault();
      if (option) take(option);
    });
  };
  if (box) suggestions();

  // ------------------------------------------------ keys
  const entries = () => [...document.querySelectorAll('.hit h2 a, main tbody td:first-child a')];
  const step = (by) => {
    const all = entries();
    const to = all.indexOf(document.activeElement) + by;
    const next = all[Math.max(0, Math.min(all.length - 1, to))];
    next?.focus();
    next?.scrollIntoView({ block: 'center' });
  };
  const KEYS = [
    ['/', say('đến ô tìm', 'to the search box')],
    ['j', say('kết quả sau', 'next result')],
    ['k', say('kết quả trước', 'previous result')],
    ['Enter', say('mở kết quả đang chọn', 'open the chosen result')],
    [
      's',
      say('thu bài hoặc kết quả vào một điểm báo', 'put an article or results into a press review'),
    ],
    ['?', say('bảng phím tắt này', 'these shortcuts')],
    ['Esc', say('đóng', 'close')],
  ];
  const help = () => {
    const known = document.querySelector('#phim-tat');
    if (known) return known.open ? known.close() : known.showModal();
    const terms = KEYS.flatMap(([key, meaning]) => [
      make('dt', {}, make('kbd', { textContent: key })),
      make('dd', { textContent: meaning }),
    ]);
    const shut = make('button', { type: 'button', textContent: say('Đóng', 'Close') });
    const heading = make('h2', {
      id: 'phim-tat-ten',
      textContent: say('Phím tắt', 'Keyboard shortcuts'),
    });
    const dialog = make('dialog', { id: 'phim-tat' }, heading, make('dl', {}, ...terms), shut);
    dialog.setAttribute('aria-labelledby', heading.id);
    shut.addEventListener('click', () => dialog.close());
    document.body.append(dialog);
    dialog.showModal();
  };
  const collect = () => {
    const details = document.querySelector('details.add-to-review');
    if (!details) return;
    details.open = true;
    details.scrollIntoView({ block: 'center' });
    details.querySelector('select, input:not([type=hidden]), button')?.focus();
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const does = {
      '/': () => (box ? box.focus() : location.assign('/')),
      j: () => step(1),
      k: () => step(-1),
      s: collect,
      '?': help,
    }[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  });

  // ------------------------------------------------ timeline
  const lastDay = (month) =>
    new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0))
      .toISOString()
      .slice(0, 10);
  for (const timeline of document.querySelectorAll('.timeline')) {
    let first = null;
    let last = null;
    const moments = () => [...timeline.querySelectorAll('li[data-moment]')];
    const at = (event) =>
      document.elementFromPoint(event.clientX, event.clientY)?.closest('.timeline li[data-moment]');
    const mark = () => {
      const all = moments();
      const ends = [all.indexOf(first), all.indexOf(last)].sort((a, b) => a - b);
      for (const [i, one] of all.entries())
        one.classList.toggle('dragged', first !== null && i >= ends[0] && i <= ends[1]);
    };
    timeline.addEventListener('dragstart', (event) => event.preventDefault());
    timeline.addEventListener('pointerdown', (event) => {
      if (event.pointerType === 'touch' || event.button !== 0) return;
      first = last = at(event) ?? null;
    });
    document.addEventListener('pointermove', (event) => {
      const over = first && at(event);
      if (!over || over.dataset.moment.length !== first.dataset.moment.length) return;
      last = over;
      if (last !== first) mark();
    });
    document.addEventListener('pointerup', () => {
      if (first === null) return;
      const [from, to] = [first.dataset.moment, last.dataset.moment].sort();
      const dragged = first !== last;
      first = last = null;
      mark();
      if (!dragged) return;
      timeline.addEventListener('click', (event) => event.preventDefault(), {
        capture: true,
        once: true,
      });
      const url = new URL(location.href);
      for (const name of ['thang', 'ngay', 'trang']) url.searchParams.delete(name);
      url.searchParams.set('tu', from.length === 7 ? `${from}-01` : from);
      url.searchParams.set('den', to.length === 7 ? lastDay(to) : to);
      location.assign(url);
    });
  }
})();
