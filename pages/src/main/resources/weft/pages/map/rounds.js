'use strict';
(() => {
  const form = document.getElementById('move');
  if (!form) return;
  document.querySelectorAll('.scripted').forEach(hint => { hint.hidden = false; });
  const lists = [...document.querySelectorAll('.visits')];
  const send = (stop, driver, place) => {
    form.elements.stop.value = stop;
    form.elements.driver.value = driver;
    form.elements.place.value = place;
    form.submit();
  };
  const place = item => Number(item.dataset.driver);
  const items = list => [...list.querySelectorAll('li[data-stop]')];
  // How many stops come before a row, once the moved one is out of the way.
  const before = (list, item, moved) => {
    const own = moved.parentElement === list;
    if (!item) {
      const all = items(list);
      const last = all.length ? place(all[all.length - 1]) + 1 : 0;
      return own ? Math.max(0, last - 1) : last;
    }
    return own && place(moved) < place(item) ? place(item) - 1 : place(item);
  };
  let moved = null;
  for (const list of lists) {
    list.addEventListener('dragstart', e => { moved = e.target.closest('li[data-stop]'); e.dataTransfer.effectAllowed = 'move';
      e.dataTransfer.setData('text/plain', ''); });
    list.addEventListener('dragover', e => {
      if (!moved) return;
      e.preventDefault();
      document.querySelectorAll('.over').forEach(row => row.classList.remove('over'));
      const row = e.target.closest('li[data-stop]');
      if (row) row.classList.add('over');
    });
    list.closest('section').addEventListener('drop', e => {
      if (!moved) return;
      e.preventDefault();
      const row = e.target.closest('li[data-stop]');
      if (row !== moved) send(moved.dataset.stop, list.dataset.driver, before(list, row, moved));
    });
    list.closest('section').addEventListener('dragover', e => { if (moved) e.preventDefault(); });
    list.addEventListener('dragend', () => { moved = null; document.querySelectorAll('.over').forEach(row => row.classList.remove('over')); });
    list.addEventListener('keydown', e => {
      const row = e.target.closest('li[data-stop]');
      if (!row || !e.altKey || row.draggable === false) return;
      const at = lists.indexOf(list);
      const next = e.key === 'ArrowUp' ? send.bind(null, row.dataset.stop, list.dataset.driver, Math.max(0, place(row) - 1))
        : e.key === 'ArrowDown' ? send.bind(null, row.dataset.stop, list.dataset.driver, place(row) + 1)
        : e.key === 'ArrowLeft' || e.key === 'ArrowRight'
          ? send.bind(null, row.dataset.stop, lists[(at + (e.key === 'ArrowRight' ? 1 : lists.length - 1)) % lists.length].dataset.driver, '')
        : null;
      if (next) { e.preventDefault(); next(); }
    });
  }
})();
