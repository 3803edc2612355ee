package weft.pages.asset;

/** Style and script of the pages about rounds; the sheet's style also goes into files that stand alone. */
final class RoundAssets {
    /** Of a driver's sheet: large type, on paper as on a phone. */
    static final String SHEET = """
            .sheet, .sheet label { font: 1.35rem/1.45 system-ui, "Noto Sans", "Noto Naskh Arabic", sans-serif; }
            .sheet .stops { list-style: none; padding: 0; }
            .sheet .stops li { display: grid; grid-template-columns: auto auto 1fr; gap: .9rem; padding-block: .8rem; border-block-start: 2px solid;
              break-inside: avoid; }
            .sheet .stops p { margin: 0 0 .2rem; }
            .sheet .stops label { font-weight: 700; }
            .sheet input[type=checkbox] { inline-size: 1.8rem; block-size: 1.8rem; margin: .1rem 0 0; }
            .sheet .clock { font-variant-numeric: tabular-nums; font-weight: 700; }
            .sheet .tear { border-block-start: 3px dashed; padding-block-start: 1rem; margin-block-start: 2rem; break-inside: avoid; }
            .sheet .load { list-style: none; padding: 0; }
            .map, .times { inline-size: 100%; block-size: auto; display: block; direction: ltr; }
            .map .way, .times .way { stroke: currentColor; stroke-width: 4; fill: none; stroke-linejoin: round; }
            .map .dot { fill: #fff; stroke: currentColor; stroke-width: 4; }
            .map .depot, .times .depot { fill: #777; }
            .atlas.map { touch-action: auto; }
            .map .under { stroke: var(--halo); stroke-width: 8; fill: none; stroke-linejoin: round; opacity: .8; }
            .map .depot { stroke: #fff; stroke-width: 2; }
            .map text.label { font: 700 15px system-ui, sans-serif; text-anchor: middle; fill: #000; stroke: none; }
            .times text { font: 15px system-ui, sans-serif; fill: currentColor; text-anchor: middle; }
            .times .grid { stroke: #999; } .times .work { fill: currentColor; }
            @media (max-width: 40rem) { .map .pin { transform: scale(1.7); } .times text { font-size: 24px; } }
            """;

    static final String CSS = SHEET + """
            .look0 { color: #1b6e5a; } .look1 { color: #b3541e; } .look2 { color: #4456b0; } .look3 { color: #8a2d6b; }
            .look4 { color: #6b6a13; } .look5 { color: #1f7394; } .look6 { color: #8c3a3a; } .look7 { color: #555555; }
            @media (prefers-color-scheme: dark) {
              .look0 { color: #6fd0b4; } .look1 { color: #f2a36b; } .look2 { color: #a9b6ff; } .look3 { color: #f09ad0; }
              .look4 { color: #d8d45a; } .look5 { color: #7fcdf0; } .look6 { color: #f29b9b; } .look7 { color: #c4c4c4; }
            }
            .times { background: var(--card); } .map, .times { border: 1px solid var(--line); border-radius: .6rem; margin-block: .5rem 1.2rem; }
            .map .look1, .times .look1 { stroke-dasharray: 14 5; } .map .look2, .times .look2 { stroke-dasharray: 4 4; }
            .map .look3, .times .look3 { stroke-dasharray: 18 4 4 4; } .map .look4, .times .look4 { stroke-dasharray: 8 8; }
            .map .look5, .times .look5 { stroke-dasharray: 2 6; } .map .look6, .times .look6 { stroke-dasharray: 22 8; }
            .map .look7, .times .look7 { stroke-dasharray: 10 3 2 3; }
            .map .dot { stroke-dasharray: none; }
            .map .dot, .map .label { paint-order: stroke; }
            .times .grid { stroke: var(--line); }
            .times text { fill: var(--ink); }
            .times .who { font-weight: 700; }
            .round h2 { color: var(--ink); }
            .round .meta, .round .visits, .round .empty { color: var(--ink); }
            .letter { display: inline-block; min-inline-size: 2rem; text-align: center; border: 3px solid currentColor; border-radius: .4rem; }
            .round .letter { color: inherit; }
            .visits { list-style: none; padding: 0; margin: 0; }
            .visits li { display: flex; flex-wrap: wrap; gap: .2rem .7rem; align-items: baseline; padding: .5rem .4rem; border-block-start: 1px solid var(--line); }
            .visits li[draggable=true] { cursor: grab; }
            .visits li.over { border-block-start: 4px solid var(--accent); }
            .visits a { padding-block: .35rem; }
            .visits .clock, .done .clock { font-variant-numeric: tabular-nums; color: var(--soft); }
            .visits .count { font-weight: 700; }
            .visits .done, .visits .takes { color: var(--soft); }
            button.small, .button.small { min-block-size: 2.75rem; padding: .35rem .8rem; }
            form.inline { display: inline-flex; flex-wrap: wrap; gap: .3rem .8rem; align-items: center; margin: 0; }
            .change { background: var(--wash); border-radius: .6rem; padding: 1rem; }
            .moves { list-style: none; padding: 0; }
            .moves li { padding-block: .5rem; border-block-start: 1px solid var(--line); }
            .cost { font-weight: 600; unicode-bidi: isolate; }
            .rounds .row { border: 1px solid var(--line); border-radius: .6rem; background: var(--card); padding: .7rem .9rem; margin: 0 0 .9rem;
              display: grid; gap: .5rem .9rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 11rem), 1fr)); min-inline-size: 0; align-items: end; }
            .rounds .row > .hint { grid-column: 1 / -1; margin: 0; }
            .cell label { display: block; font-size: .94rem; }
            .pick { display: flex; gap: .7rem; align-items: start; padding-block: .4rem; border-block-start: 1px solid var(--line); }
            .pick input { inline-size: 1.4rem; block-size: 1.4rem; margin: .25rem 0 0; flex: none; accent-color: var(--accent); }
            .pick p { margin: 0; }
            @media print { .noprint, .hint { display: none; } .sheet { display: block; } .map { border: 0; } }
            """;

    static final String JS = """
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
            """;

    private RoundAssets() {}
}
