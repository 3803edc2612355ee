// nostr-tools, unmodified, against a Weft relay. Prints one line of JSON a step; any failure ends with status 1.
import { finalizeEvent, generateSecretKey, getPublicKey, verifyEvent } from 'nostr-tools/pure';
import { Relay, useWebSocketImplementation } from 'nostr-tools/relay';
import * as nip11 from 'nostr-tools/nip11';
import { wrapEvent, unwrapEvent } from 'nostr-tools/nip59';
import { makeAuthEvent } from 'nostr-tools/nip42';
import WebSocket from 'ws';

useWebSocketImplementation(WebSocket);
const url = process.argv[2];
const deadline = setTimeout(() => { console.error('nothing came for two minutes'); process.exit(1); }, 120_000);
const done = (step, more = {}) => console.log(JSON.stringify({ step, ...more }));
const must = (truth, what) => { if (!truth) throw new Error(what); };

const writerKey = generateSecretKey();
const author = getPublicKey(writerKey);
const now = Math.floor(Date.now() / 1000);
const note = (content, more = {}) => finalizeEvent({ kind: 1, created_at: now, tags: [], content, ...more }, writerKey);

const writer = await Relay.connect(url);
const reader = await Relay.connect(url);

function collect(relay, filters, wanted) {
  return new Promise((resolve, reject) => {
    const events = [];
    let ended = false;
    const sub = relay.subscribe(filters, {
      onevent(event) { events.push(event); if (wanted && events.length === wanted) { sub.close(); resolve(events); } },
      oneose() { ended = true; if (!wanted) { sub.close(); resolve(events); } },
      onclose(reason) { if (!ended && !wanted) reject(new Error(reason)); },
    });
  });
}

const live = collect(reader, [{ authors: [author], kinds: [1] }], 3);
const events = [
  note('plain'),
  note('quotes " and \\ backslash \n newline \t tab \r return \b \f', { created_at: now + 1 }),
  note('Grüße, 日本語, العربية, 🌻 \u2028 \u2029 \u007f', { created_at: now + 2, tags: [['t', 'Straße'], ['x', '"\\\n']] }),
];
for (const event of events) await writer.publish(event);
done('published');
const heard = await live;
must(heard.length === 3 && heard.every(verifyEvent), 'what came live does not verify');
done('live');

const stored = await collect(reader, [{ authors: [author] }]);
must(JSON.stringify(stored.map(e => e.id)) === JSON.stringify(events.map(e => e.id).reverse()), 'stored events are not newest first');
must(stored.every((e, i) => e.content === events[2 - i].content && JSON.stringify(e.tags) === JSON.stringify(events[2 - i].tags)), 'content changed');
must((await collect(reader, [{ authors: [author], limit: 1 }]))[0].id === events[2].id, 'limit');
must((await collect(reader, [{ '#t': ['Straße'] }])).length === 1, 'tag filter');
must((await collect(reader, [{ authors: [author], since: now + 1, until: now + 1 }])).length === 1, 'since and until');
done('stored');

const refusal = async event => { try { await writer.publish(event); return ''; } catch (e) { return String(e.message ?? e); } };
must((await refusal({ ...note('x'), sig: '0'.repeat(128) })).startsWith('invalid:'), 'a wrong signature was taken');
must((await refusal({ ...note('x'), content: 'y' })).startsWith('invalid:'), 'a wrong id was taken');
must((await refusal(note('over', { tags: [['expiration', String(now - 10)]] }))).startsWith('invalid:'), 'an expired event was taken');
done('refused');

const receiverKey = generateSecretKey();
const wrap = wrapEvent({ kind: 14, content: 'sealed', tags: [] }, writerKey, getPublicKey(receiverKey));
await writer.publish(wrap);
const [got] = await collect(reader, [{ kinds: [1059], '#p': [getPublicKey(receiverKey)] }]);
must(unwrapEvent(got, receiverKey).content === 'sealed', 'gift wrap');
done('gift wrap');

for (const [content, at] of [['old', now], ['new', now + 5], ['older', now - 5]]) {
  await writer.publish(note(content, { kind: 30023, created_at: at, tags: [['d', 'soup']] }));
}
const practices = await collect(reader, [{ kinds: [30023], authors: [author] }]);
must(practices.length === 1 && practices[0].content === 'new', 'addressable events are not replaced');
await writer.publish(note('', { kind: 5, created_at: now + 6, tags: [['e', events[0].id]] }));
must((await collect(reader, [{ ids: [events[0].id] }])).length === 0, 'a deletion was not honoured');
done('replaced and deleted');

const ownOnly = note('mine', { tags: [['-']] });
must((await refusal(ownOnly)).startsWith('auth-required:'), 'a protected event was taken from anybody');
await writer.auth(async template => finalizeEvent(template, writerKey));
await writer.publish(ownOnly);
must(typeof makeAuthEvent === 'function', 'nip42');
done('authenticated');

const document = await nip11.fetchRelayInformation(url);
must(document.supported_nips.includes(42) && document.limitation.max_message_length > 0, 'information document');
done('information', { nips: document.supported_nips });

writer.close();
reader.close();
clearTimeout(deadline);
done('all');
process.exit(0);
