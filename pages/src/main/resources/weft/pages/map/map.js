'use strict';
(() => {
  const view = () => document.getElementById('map-view');
  if (!view()) return;
  const form = view().closest('form');
  form.classList.add('scripted');
  let asked = 0;
  // Asks for the map in another place and puts it where it was: the page's address stays as it is.
  const ask = more => {
    const number = ++asked, fields = new URLSearchParams();
    const ours = name => name.startsWith('map-') || name === 'token' || name === 'show' || name === 'point';
    for (const [name, value] of new FormData(form)) if (typeof value === 'string' && ours(name)) fields.append(name, value);
    for (const [name, value] of Object.entries(more)) fields.set(name, value);
    fields.set('live', '1');
    const request = new XMLHttpRequest();
    request.open('POST', view().dataset.map);
    request.responseType = 'document';
    request.setRequestHeader('Accept', 'text/html');
    request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
    request.onload = () => {
      const fresh = number === asked && request.status === 200 && request.response && request.response.getElementById('map-view');
      if (fresh) take(fresh); else if (number === asked) loose();
    };
    request.onerror = loose;
    request.send(fields.toString());
  };
  const take = fresh => {
    const at = document.activeElement, focus = at && view().contains(at)
      ? at.name === 'map-move' && at.value ? 'button[name=map-move][value="' + CSS.escape(at.value) + '"]' : '.atlas' : null;
    view().replaceChildren(...[...fresh.childNodes].map(node => document.importNode(node, true)));
    dress();
    if (focus) (view().querySelector(focus + ':not([disabled])') || view().querySelector('.atlas')).focus({preventScroll: true});
    document.getElementById('news').textContent = '';
    setTimeout(() => { document.getElementById('news').textContent = view().dataset.news; }, 50);
  };
  const moving = () => view().querySelector('.moving');
  const loose = () => { moving().removeAttribute('transform'); };
  const dress = () => { view().querySelector('.atlas').setAttribute('tabindex', '0'); };

  form.addEventListener('click', e => {
    const button = e.target.closest('button[name=map-move]');
    if (button && view().contains(button) && button.value !== 'shut') { e.preventDefault(); ask({'map-move': button.value}); }
  });
  form.addEventListener('change', e => {
    if (e.target.name === 'show') ask({});
  });
  form.addEventListener('keydown', e => {
    const on = e.target.closest('.atlas');
    const move = on && !e.altKey && !e.ctrlKey && !e.metaKey && {ArrowLeft: 'west', ArrowRight: 'east', ArrowUp: 'north', ArrowDown: 'south',
      '+': 'nearer', '=': 'nearer', '-': 'farther'}[e.key];
    if (move) { e.preventDefault(); ask({'map-move': move}); }
  });

  let from = null;
  const parts = svg => 640 / svg.getBoundingClientRect().width;
  form.addEventListener('pointerdown', e => {
    const svg = e.target.closest('.atlas');
    if (!svg || e.button !== 0 || e.target.closest('a')) return;
    from = {svg, x: e.clientX, y: e.clientY};
    svg.setPointerCapture(e.pointerId);
  });
  form.addEventListener('pointermove', e => {
    if (!from) return;
    const by = parts(from.svg);
    moving().setAttribute('transform', 'translate(' + Math.round((e.clientX - from.x) * by) + ' ' + Math.round((e.clientY - from.y) * by) + ')');
    from.svg.parentElement.classList.add('dragging');
  });
  const done = e => {
    if (!from) return;
    const by = parts(from.svg), dx = (e.clientX - from.x) * by, dy = (e.clientY - from.y) * by, box = from.svg.getBoundingClientRect();
    from.svg.parentElement.classList.remove('dragging');
    const picks = from.svg.closest('.picker');
    if (e.type === 'pointerup' && Math.hypot(dx, dy) > 6) {
      ask({'map-right': Math.round(-dx), 'map-below': Math.round(-dy)});
    } else if (e.type === 'pointerup' && picks) {
      ask({'map-right': Math.round((e.clientX - box.left) * by - 320), 'map-below': Math.round((e.clientY - box.top) * by - 260)});
    } else {
      loose();
    }
    from = null;
  };
  form.addEventListener('pointerup', done);
  form.addEventListener('pointercancel', done);
  dress();
})();
