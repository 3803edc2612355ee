package weft.pages.asset;

/** The one script. Every page works without it; with it, open pages follow what happens. */
final class Script {
    static final String JS = """
            'use strict';
            (() => {
              const main = () => document.getElementById('main');
              const control = 'input:not([type=hidden]):not([readonly]),textarea,select';

              // Whether somebody is at work in a part of the page: then it must not be replaced.
              const busy = part => {
                if (part.contains(document.activeElement) && document.activeElement.matches(control)) return true;
                return [...part.querySelectorAll(control)].some(field =>
                  field.type === 'checkbox' || field.type === 'radio' ? field.checked !== field.defaultChecked
                    : field.tagName === 'SELECT' ? [...field.options].some(o => o.selected !== o.defaultSelected)
                      && [...field.options].some(o => o.defaultSelected)
                    : field.value !== field.defaultValue);
              };

              const comparable = part => part.innerHTML.replace(/name="token" value="[^"]*"/g, '');

              // The address of the focused link or form, so that the focus can be found again in the new content.
              const place = () => {
                const at = document.activeElement;
                if (!at || at === document.body) return null;
                if (at.id) return '#' + CSS.escape(at.id);
                if (at.getAttribute('href')) return 'a[href="' + CSS.escape(at.getAttribute('href')) + '"]';
                return null;
              };

              const swap = (old, fresh) => {
                if (comparable(old) === comparable(fresh)) return false;
                const focus = old.contains(document.activeElement) ? place() : null;
                const open = [...old.querySelectorAll('details[open] summary')].map(s => s.textContent);
                const ticks = () => [...old.querySelectorAll('.tick')], told = tick => tick.parentElement.textContent;
                const ticked = ticks().map(tick => [told(tick), tick.classList.contains('done')]);
                old.replaceChildren(...[...fresh.childNodes].map(node => document.importNode(node, true)));
                old.className = fresh.className;
                old.querySelectorAll('summary').forEach(s => { if (open.includes(s.textContent)) s.parentElement.open = true; });
                ticks().forEach((tick, i) => { if (ticked[i] && ticked[i][0] === told(tick)) tick.classList.toggle('done', ticked[i][1]); });
                if (focus) { const again = old.querySelector(focus); if (again) again.focus({preventScroll: true}); }
                return true;
              };

              const take = page => {
                const fresh = page && page.getElementById('main');
                if (!fresh) return;
                let changed = false;
                if (!busy(main()) && !document.getElementById('faults')) {
                  changed = swap(main(), fresh);
                } else {
                  for (const part of fresh.querySelectorAll('[data-live][id]')) {
                    const old = document.getElementById(part.id);
                    if (old && !busy(old)) changed = swap(old, part) || changed;
                  }
                }
                const nav = document.querySelector('.top nav'), other = page.querySelector('.top nav');
                if (nav && other) swap(nav, other);
                if (changed) { dress(); dressPractices(); document.getElementById('news').textContent = document.body.dataset.news; }
              };

              let waiting = 0;
              const look = () => {
                clearTimeout(waiting);
                if (document.hidden || document.getElementById('faults')) return;
                waiting = setTimeout(() => {
                  document.getElementById('news').textContent = '';
                  const ask = new XMLHttpRequest();
                  ask.open('GET', location.pathname + location.search);
                  ask.responseType = 'document';
                  ask.setRequestHeader('Accept', 'text/html');
                  ask.onload = () => { if (ask.status === 200) take(ask.response); };
                  ask.send();
                }, 120);
              };

              // What came is told once among all pages: the node gives each piece to one of them. A page that is being looked at
              // says it quietly; any other shows one notification of the machine's, if the person wished for it here.
              let dueAgain = 0;
              const tell = async () => {
                const way = document.querySelector('a[data-tell]'), token = document.querySelector('input[name=token]');
                if (!way || !token || !window.Notification || Notification.permission !== 'granted') return;
                try {
                  const answer = await fetch(way.href + '/take', {method: 'POST', headers: {Accept: 'application/json'},
                    body: new URLSearchParams({token: token.value})});
                  const {told, again} = await answer.json();
                  if (again) { clearTimeout(dueAgain); dueAgain = setTimeout(tell, again * 60000); }
                  if (!told || !told.length) return;
                  if (document.hasFocus()) { document.getElementById('news').textContent = told.join('\\n'); return; }
                  const what = {body: told.join('\\n'), tag: 'weft', silent: true, lang: document.documentElement.lang,
                    dir: document.documentElement.dir, icon: document.querySelector('link[rel=icon]').href};
                  const worker = navigator.serviceWorker && navigator.serviceWorker.controller && await navigator.serviceWorker.ready;
                  if (worker) { await worker.showNotification(way.dataset.tell, what); return; }
                  new Notification(way.dataset.tell, what).onclick = () => { focus(); location.href = way.href; };
                } catch { /* it is on the page of the news all the same */ }
              };

              // Writing down what somebody says on the phone: Enter goes on to the next field, and saves at the last; with Ctrl, at once.
              const quick = document.querySelector('form[data-next]');
              if (quick) quick.addEventListener('keydown', e => {
                if (e.key !== 'Enter' || !e.target.matches(control)) return;
                const fields = [...quick.querySelectorAll(control)], next = fields[fields.indexOf(e.target) + 1];
                e.preventDefault();
                if (next && !e.ctrlKey) next.focus(); else quick.requestSubmit();
              });

              // The browser is asked only by whoever turns notifications on.
              const ways = document.querySelector('form[data-ways]');
              if (ways) {
                const wish = document.getElementById('f-desktop-1'), refused = document.getElementById('desktop-refused');
                wish.disabled = !window.Notification;
                wish.addEventListener('change', async () => {
                  const may = !wish.checked || await Notification.requestPermission() === 'granted';
                  refused.hidden = may;
                  wish.checked = wish.checked && may;
                });
              }

              // Buttons that only work with a script stay hidden without one.
              const dress = () => document.querySelectorAll('[data-copy]').forEach(button => {
                if (!navigator.clipboard || button.onclick) return;
                button.hidden = false;
                button.onclick = async () => {
                  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
                  document.getElementById('news').textContent = button.dataset.done;
                  button.textContent = button.dataset.done;
                };
              });

              // A draft is saved while one writes, and shown as it will be read.
              const keepDraft = form => {
                let timer = 0, asking = false, again = false, gone = false;
                const fields = () => { const all = new URLSearchParams(new FormData(form)); all.delete('do'); all.delete('use'); return all; };
                const show = () => {
                  if (gone) return;
                  const ask = new XMLHttpRequest();
                  ask.open('GET', location.pathname + location.search);
                  ask.responseType = 'document';
                  ask.setRequestHeader('Accept', 'text/html');
                  ask.onload = () => {
                    const fresh = ask.status === 200 && ask.response.getElementById('preview');
                    const old = document.getElementById('preview');
                    if (fresh && old) { swap(old, fresh); dressPractices(); }
                  };
                  ask.send();
                };
                const save = async () => {
                  if (gone) return;
                  if (asking) { again = true; return; }
                  asking = true;
                  try {
                    const answer = await fetch(form.action, {method: 'POST', body: fields(), headers: {Accept: 'application/json'}});
                    const said = await answer.json();
                    document.getElementById('saved').textContent = said.ok ? form.dataset.save : said.text;
                    if (said.ok) show();
                  } catch (e) { /* the next change tries again */ }
                  asking = false;
                  if (again) { again = false; later(); }
                };
                const later = () => { clearTimeout(timer); timer = setTimeout(save, 1200); };
                form.addEventListener('input', later);
                form.addEventListener('submit', () => { gone = true; clearTimeout(timer); });
              };

              // A picture is made small before it goes into the text.
              const addPicture = (input, area) => input.addEventListener('change', async () => {
                const file = input.files[0];
                if (!file) return;
                const image = await createImageBitmap(file);
                const scale = Math.min(1, 900 / Math.max(image.width, image.height));
                const canvas = document.createElement('canvas');
                canvas.width = Math.round(image.width * scale);
                canvas.height = Math.round(image.height * scale);
                canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
                let n = 1;
                while (area.value.includes('[p' + n + ']')) n++;
                const at = area.selectionStart;
                area.value = area.value.slice(0, at) + '\\n\\n![' + file.name.replace(/[\\[\\]]/g, '') + '][p' + n + ']\\n\\n' + area.value.slice(at).trimEnd()
                  + '\\n\\n[p' + n + ']: ' + canvas.toDataURL('image/jpeg', 0.7) + '\\n';
                input.value = '';
                area.dispatchEvent(new Event('input', {bubbles: true}));
              });

              const dressPractices = () => {
                document.querySelectorAll('form[data-save]').forEach(form => { if (!form.kept) { form.kept = true; keepDraft(form); } });
                document.querySelectorAll('[data-picture]').forEach(part => {
                  if (!part.hidden) return;
                  part.hidden = false;
                  addPicture(part.querySelector('input'), document.getElementById(part.dataset.picture));
                });
                document.querySelectorAll('[data-print]').forEach(button => { button.hidden = false; button.onclick = () => print(); });
                // Boxes can be ticked while one works; nobody keeps what was ticked.
                document.querySelectorAll('.tick:not([tabindex])').forEach(tick => {
                  const set = done => { tick.classList.toggle('done', done); tick.setAttribute('aria-checked', done); };
                  tick.tabIndex = 0;
                  tick.setAttribute('role', 'checkbox');
                  tick.setAttribute('aria-label', tick.parentElement.textContent.trim());
                  set(tick.classList.contains('done'));
                  tick.onclick = () => set(!tick.classList.contains('done'));
                  tick.onkeydown = e => { if (e.key === ' ') { e.preventDefault(); tick.onclick(); } };
                });
              };
              // A file's text goes into the field beside it; the file itself is not sent.
              document.querySelectorAll('[data-file]').forEach(part => {
                const pick = part.querySelector('input');
                part.hidden = false;
                pick.onchange = async () => {
                  const field = document.getElementById(part.dataset.file);
                  if (pick.files.length) field.value = (await pick.files[0].text()).slice(0, field.maxLength > 0 ? field.maxLength : 8000);
                };
              });

              // Search as one types. The words go in the body of a request, so that they stand in no address and no history.
              const find = document.querySelector('form[data-find]');
              let asked = 0, later = 0;
              const search = typing => {
                const number = ++asked, ask = new XMLHttpRequest(), form = new URLSearchParams(new FormData(find));
                form.set('live', '1');
                if (typing) form.set('typing', '1');
                ask.open('POST', find.action);
                ask.responseType = 'document';
                ask.setRequestHeader('Accept', 'text/html');
                ask.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
                ask.onload = () => {
                  const fresh = number === asked && ask.status === 200 && ask.response && ask.response.getElementById('found');
                  if (!fresh) return;
                  document.getElementById('found').replaceChildren(...[...fresh.childNodes].map(node => document.importNode(node, true)));
                  const first = fresh.firstElementChild;
                  document.getElementById('news').textContent = first ? first.textContent : '';
                };
                ask.send(form.toString());
              };
              if (find) {
                find.addEventListener('input', () => { clearTimeout(later); later = setTimeout(search, 90, true); });
                find.addEventListener('submit', e => { e.preventDefault(); clearTimeout(later); search(false); });
              }

              // Pictures are shrunk here, which leaves pixels alone: no place, no camera, no date.
              const file = document.getElementById('f-photo-file');
              const shrink = async (chosen, most) => {
                const picture = await createImageBitmap(chosen, {imageOrientation: 'from-image'});
                for (let side = 1280, quality = .82; side > 120; side *= .82, quality = Math.max(.5, quality - .06)) {
                  const part = Math.min(1, side / Math.max(picture.width, picture.height));
                  const canvas = document.createElement('canvas');
                  canvas.width = Math.max(1, Math.round(picture.width * part));
                  canvas.height = Math.max(1, Math.round(picture.height * part));
                  const on = canvas.getContext('2d');
                  on.fillStyle = '#fff';
                  on.fillRect(0, 0, canvas.width, canvas.height);
                  on.drawImage(picture, 0, 0, canvas.width, canvas.height);
                  const data = canvas.toDataURL('image/jpeg', quality).split('base64,')[1] || '';
                  if (data && data.length * 3 / 4 <= most) return [canvas, data];
                }
                throw new Error('too large');
              };
              if (file && window.createImageBitmap) {
                file.form.enctype = 'application/x-www-form-urlencoded';
                file.removeAttribute('name');
                file.addEventListener('change', async () => {
                  const shown = document.getElementById('shrunk'), button = file.form.querySelector('button[type=submit]');
                  button.disabled = true;
                  shown.replaceChildren();
                  const files = [...file.files].slice(0, 4);
                  for (const one of files) {
                    try {
                      const [canvas, data] = await shrink(one, file.dataset.most / files.length);
                      const field = document.createElement('input');
                      field.type = 'hidden';
                      field.name = 'picture';
                      field.value = data;
                      shown.append(canvas, field);
                    } catch {
                      const fault = document.createElement('p');
                      fault.className = 'fault';
                      fault.setAttribute('role', 'alert');
                      fault.textContent = file.dataset.fault;
                      shown.append(fault);
                    }
                  }
                  button.disabled = false;
                });
              }

              // What happened while the stream was down is seen by looking once when it is up again.
              let opened = false;
              const reopened = () => { if (opened) look(); opened = true; };

              dress();
              dressPractices();
              const faults = document.getElementById('faults');
              if (faults) faults.focus();
              if (document.querySelector('[data-live]') && window.EventSource) {
                const live = new EventSource('/live');
                for (const name of ['message', 'show', 'tell', 'open']) live.addEventListener(name, name === 'open' ? reopened : look);
                for (const name of ['message', 'tell']) live.addEventListener(name, e => { if (name === 'tell' || !e.data.startsWith('show')) tell(); });
                live.addEventListener('hello', tell);
                document.addEventListener('visibilitychange', look);
                addEventListener('pagehide', () => live.close());
                addEventListener('pageshow', e => { if (e.persisted) location.reload(); });
              }
            })();
            """;

    private Script() {}
}
