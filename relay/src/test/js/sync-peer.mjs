// nostr-tools' Negentropy, unmodified, as the one who begins a sync over many items; it measures its own processor time.
// node sync-peer.mjs FILE (items of 40 bytes: time, id). One line in, one out: "begin" -> message; message -> next message or "done have need micros".
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Negentropy, NegentropyStorageVector } from './node_modules/nostr-tools/lib/esm/nip77.js';

const items = readFileSync(process.argv[2]);
const storage = new NegentropyStorageVector();
for (let at = 0; at < items.length; at += 40) storage.insert(Number(items.readBigUInt64BE(at)), items.toString('hex', at + 8, at + 40));
storage.seal();
console.log('ready');
let side, have, need, micros;
for await (const line of createInterface({ input: process.stdin })) {
  const begun = process.cpuUsage();
  let next;
  if (line === 'begin') {
    side = new Negentropy(storage, Number.MAX_SAFE_INTEGER);
    have = need = micros = 0;
    next = side.initiate();
  } else {
    next = side.reconcile(line, () => { have++; }, () => { need++; });
  }
  const used = process.cpuUsage(begun);
  micros += used.user + used.system;
  console.log(next ?? `done ${have} ${need} ${micros}`);
}
