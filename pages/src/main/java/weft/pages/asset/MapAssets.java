package weft.pages.asset;

/** Style and script of maps. */
final class MapAssets {
    /** What drawings of the ground need, in a page as in a file that stands alone. */
    static final String GROUND = """
            .atlas { --sea: #c9dce6; --land: #f5f1e6; --green: #dde8cd; --built: #ebe3d5; --house: #d5cab9; --water: #b4d0e0; --road: #b98d5a;
              --street: #c6bba6;
              --path: #b5aa95; --rail: #85807a; --name: #3a352d; --halo: #fffdf8; --mark: #1f4d47; --in: #ffffff; }
            @media (prefers-color-scheme: dark) {
              .atlas { --sea: #1c2b35; --land: #232826; --green: #27332a; --built: #2b2e2b; --house: #383b37; --water: #22394a; --road: #a58457;
                --street: #565c57;
                --path: #4d534e; --rail: #8b8f8c; --name: #e4e0d6; --halo: #171a19; --mark: #9bd3c4; --in: #10211d; }
            }
            .atlas { inline-size: 100%; block-size: auto; display: block; direction: ltr; background: var(--sea); touch-action: none; }
            .g-land { fill: var(--land); } .g-green { fill: var(--green); } .g-built { fill: var(--built); } .g-water { fill: var(--water); }
            .g-building { fill: var(--house); }
            .g-stream, .g-path, .g-street, .g-rail, .g-road { fill: none; stroke-linejoin: round; stroke-linecap: round; }
            .g-stream { stroke: var(--water); stroke-width: 2; } .g-path { stroke: var(--path); stroke-dasharray: 3 3; }
            .g-street { stroke: var(--street); stroke-width: 2; } .g-rail { stroke: var(--rail); stroke-width: 1.5; stroke-dasharray: 7 3;
              stroke-linecap: butt; }
            .g-road { stroke: var(--road); stroke-width: 3; }
            .atlas text { font: 600 14px system-ui, "Noto Sans", "Noto Naskh Arabic", sans-serif; text-anchor: middle; fill: var(--name);
              unicode-bidi: plaintext;
              paint-order: stroke; stroke: var(--halo); stroke-width: 4; stroke-linejoin: round; }
            .atlas .g-name { font-weight: 400; font-size: 13px; } .atlas .g-name.large { font-weight: 600; font-size: 15px; }
            .scale path { fill: none; stroke: var(--name); stroke-width: 2; }
            @media (max-width: 40rem) {
              .atlas .g-name { display: none; } .atlas .g-name.large { display: inline; font-size: 26px; }
              .atlas .scale text { font-size: 24px; } .scale path { stroke-width: 4; }
            }
            @media print {
              .atlas { --sea: #e4e4e4; --land: #ffffff; --green: #f3f3f3; --built: #f7f7f7; --house: #dddddd; --water: #d2d2d2; --road: #777777;
                --street: #a8a8a8;
                --path: #bbbbbb; --rail: #666666; --name: #000000; --halo: #ffffff; --mark: #000000; --in: #ffffff; border: 1px solid #000;
                -webkit-print-color-adjust: exact; print-color-adjust: exact; break-inside: avoid; }
            }
            """;

    static final String CSS = GROUND + """
            .mark { text-decoration: none; }
            .mark path { fill: var(--in, var(--card)); stroke: var(--mark, var(--accent)); stroke-width: 3.5; stroke-linejoin: round; }
            .mark.is-offer path { fill: var(--mark, var(--accent)); }
            .mark.is-several path { stroke-width: 5; }
            .atlas .mark text { font-weight: 700; stroke: none; fill: var(--mark); }
            .atlas .mark.is-offer text { fill: var(--in); }
            .atlas .mark:focus-visible { outline: none; }
            .atlas .mark:focus-visible path { stroke-width: 7; }
            .atlas .mark:focus-visible g { filter: drop-shadow(0 0 3px var(--name)) drop-shadow(0 0 3px var(--halo)); }
            .square { fill: var(--mark); fill-opacity: .14; stroke: var(--mark); stroke-width: 1.5; stroke-dasharray: 6 4; }
            .square.chosen { stroke-width: 3; stroke-dasharray: none; }
            .cross { fill: none; stroke: var(--mark); stroke-width: 3; }
            .key { inline-size: 1.5rem; block-size: 1.5rem; vertical-align: -.35rem; margin-inline-end: .4rem; overflow: visible; }
            .map-frame { border: 1px solid var(--line); border-radius: .6rem; overflow: clip; margin-block: .6rem; background: var(--card); }
            .map-frame.dragging { cursor: grabbing; user-select: none; }
            .scripted .atlas { cursor: grab; }
            .steer { display: flex; flex-wrap: wrap; gap: .4rem; padding: .5rem; direction: ltr; }
            .steer .sign { min-inline-size: 2.75rem; padding: .3rem; font-size: 1.2rem; line-height: 1; }
            .steer button[disabled] { opacity: .45; cursor: default; }
            .shows .choice { margin-inline-end: .4rem; } .shows button { margin-block: .3rem; }
            .spot { scroll-margin-block-start: 1rem; } .spot h3, .spots h3 { margin: 1.1rem 0 .3rem; font-size: 1.05rem; }
            .spot:target, .spot:focus { outline: 2px solid var(--accent); outline-offset: .4rem; border-radius: .3rem; }
            .spot .count { display: inline-block; min-inline-size: 1.9rem; text-align: center; border: 2px solid var(--accent); border-radius: .4rem;
              font-weight: 700; }
            .spots ul { list-style: none; padding: 0; margin: 0; } .spots li { padding-block: .3rem; border-block-start: 1px solid var(--line); }
            .spots li { display: flex; flex-wrap: wrap; gap: 0 .7rem; align-items: baseline; } .spots li a { padding-block: .3rem; font-weight: 600; }
            .picker { border: 1px solid var(--line); border-radius: .6rem; padding: .8rem .9rem; margin-block-end: 1.15rem; }
            .picker .map-frame { margin-block: .6rem; }
            @media (max-width: 40rem) {
              .atlas .mark > g { transform: scale(2.1); } .square { stroke-width: 3; } .cross { stroke-width: 5; }
              main > form > #map-view > .map-frame { margin-inline: -1rem; border-inline: 0; border-radius: 0; }
            }
            @media print {
              form[data-map] { display: block !important; }
                .steer, .shows button, .shows input, .noprint, .spot button, .shows .choice:has(input:not(:checked)) { display: none !important; }
              .spots { columns: 2; } .spot { break-inside: avoid; } .map-frame { border: 0; }
            }
            """;

    static final String JS = """
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
            """;

    private MapAssets() {}
}
