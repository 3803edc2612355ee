package weft.browser;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import weft.browser.Phones.Phone;
import weft.core.key.VaultSeal;
import weft.core.peer.Filled;
import weft.jdk.JdkEntropy;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Secret;

/**
 * How long a phone's node takes to start and to answer with many envelopes, by the browser's own clock and by the processor
 * time of the browser's processes; called by {@code ./weft bench phone}. Four times the processor time bounds what a phone
 * takes that is four times slower than this machine at rest: Chromium's own throttling slows pages, but not workers.
 */
@Tag("figures")
class PhoneFigures extends OnPhones {
    private static final int COUNT = Integer.getInteger("weft.figures", 10_000);
    private static final int SLOWER = 4;

    private static final String FILL = """
            async ([key, sealed, pieces]) => {
              const bytes = text => Uint8Array.from(text.match(/../g), pair => parseInt(pair, 16));
              const db = await new Promise(then => { const ask = indexedDB.open('weft'); ask.onsuccess = () => then(ask.result); });
              const all = db.transaction(['envelopes', 'vault'], 'readwrite');
              all.objectStore('vault').put(bytes(key), 'key');
              all.objectStore('vault').put(bytes(sealed), 'sealed');
              for (const json of pieces) all.objectStore('envelopes').put(json, JSON.parse(json).id);
              await new Promise(then => { all.oncomplete = then; });
              db.close();
            }""";

    /** From the pressed button to the board, then answers one after the other: milliseconds. */
    private static final String UNLOCK = """
            async ([base, board, passphrase]) => {
              const token = document.querySelector('input[name=token]').value;
              const begin = performance.now();
              await fetch(base + 'unlock', {method: 'POST', redirect: 'manual', body: new URLSearchParams({token, passphrase})});
              const unlocked = performance.now() - begin;
              let text = '';
              while (!text.includes('Bread and soup')) text = await (await fetch(base + board)).text();
              return [unlocked, performance.now() - begin];
            }""";

    private static final String ANSWERS = """
            async ([base, board]) => {
              const page = await (await fetch(base + board)).text();
              const thread = page.match(/href="([^"]*\\/t\\/[^"]*)"/);
              const out = [];
              for (const path of [base + board, base + board + '?q=house+77', base, thread ? thread[1] : base + board]) {
                const times = [];
                for (let i = 0; i < 11; i++) {
                  const begin = performance.now();
                  await (await fetch(path)).text();
                  times.push(performance.now() - begin);
                }
                out.push(times.sort((a, b) => a - b)[5]);
              }
              return out;
            }""";

    private static final String AGAIN = """
            async ([base, board]) => {
              const begin = performance.now();
              let text = '';
              while (!text.includes('Bread and soup')) text = await (await fetch(base + board)).text();
              return performance.now() - begin;
            }""";

    @Test
    void figures() throws IOException {
        Filled filled = Filled.of(new JdkPrimitives(), new JdkEntropy(), COUNT, System.currentTimeMillis() / 1000, List.of());
        Phone phone = phones.phone("phone");
        Page page = phone.page();
        fill(page, phones.app(), filled);
        String board = "c/" + filled.circle().hex();
        List<String> where = List.of(phones.app(), board, Phones.PASSPHRASE);
        System.out.printf(Locale.ROOT, "%d envelopes; milliseconds by the browser's clock / of processor time / %d times that%n", COUNT, SLOWER);
        start(phone, phones, "first start, every envelope opened and its entry verified", where);
        print(phone, "answers: board, search, first page, thread", 44, () -> page.evaluate(ANSWERS, where));
        awaitRecall(page);
        memory(phone, "memory after that");
        for (int i = 0; i < 3; i++) {
            start(phone, phones, "start, passphrase to board", where);
        }
        memory(phone, "memory after starts");
        page.navigate(phones.app() + board);
        page.waitForTimeout(3_000);
        phone.stopWorkers();
        print(phone, "a stopped worker goes on: to the board", 1, () -> page.evaluate(AGAIN, where));
    }

    /** Makes a node that is in one circle, with envelopes in it, of a browser that has none yet; it is locked. */
    static void fill(Page page, String app, Filled filled) {
        JdkPrimitives p = new JdkPrimitives();
        JdkEntropy entropy = new JdkEntropy();
        VaultSeal.Lock lock = new VaultSeal.Lock(entropy.next(16), 32 * 1024, 3, 1);
        Bytes fileKey = entropy.next(32);
        Bytes sealed;
        try (Secret key = VaultSeal.passphraseKey(p, p.keep(Bytes.utf8(Phones.PASSPHRASE).toArray()), lock); Secret file = p.keep(fileKey.toArray())) {
            sealed = VaultSeal.seal(p, key, file, lock, filled.vaultContent(), entropy);
        }
        page.navigate(app);
        page.locator("input[name=again]").waitFor();
        List<String> jsons = filled.envelopes().stream().map(event -> event.json()).toList();
        for (int at = 0; at < jsons.size(); at += 500) {
            page.evaluate(FILL, List.of(fileKey.hex(), sealed.hex(), jsons.subList(at, Math.min(jsons.size(), at + 500))));
        }
        // The worker has looked before there was a vault.
        page.navigate("about:blank");
        CDPSession tools = page.context().newCDPSession(page);
        tools.send("ServiceWorker.enable");
        tools.send("ServiceWorker.stopAllWorkers");
        tools.detach();
    }

    /** Until nothing has been laid by for eight seconds. */
    private static void awaitRecall(Page page) {
        page.evaluate("""
                async () => {
                  const db = await new Promise(then => { const ask = indexedDB.open('weft'); ask.onsuccess = () => then(ask.result); });
                  for (let same = 0, last = 0; same < 16; ) {
                    await new Promise(then => setTimeout(then, 500));
                    const all = db.transaction('recall').objectStore('recall').getAll();
                    const bytes = await new Promise(then => { all.onsuccess = () => then(all.result.reduce((sum, chunk) => sum + chunk.length, 0)); });
                    same = bytes === last && bytes > 0 ? same + 1 : 0;
                    last = bytes;
                  }
                  db.close();
                }""");
    }

    private static void start(Phone phone, Phones phones, String what, List<String> where) {
        phone.page().navigate("about:blank");
        phone.stopWorkers();
        phone.page().navigate(phones.app());
        phone.page().locator("input[name=passphrase]").waitFor();
        print(phone, what, 1, () -> phone.page().evaluate(UNLOCK, where));
    }

    private interface Measured {
        Object run();
    }

    private static void print(Phone phone, String what, int parts, Measured work) {
        long before = ticks(phone);
        Object clock = work.run();
        long cpu = (ticks(phone) - before) * 10 / parts;
        System.out.println("  " + what + ": " + clock + " / " + cpu + " / " + cpu * SLOWER);
    }

    private static void memory(Phone phone, String what) {
        Map<String, Long> largest = new java.util.TreeMap<>();
        for (long pid : processes(phone)) {
            try {
                String command = Files.readString(Path.of("/proc/" + pid + "/cmdline"));
                if (command.contains("--type=renderer")) {
                    long kib = Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream().filter(line -> line.startsWith("Private_Dirty"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
                    largest.put("renderer " + pid, kib / 1024);
                }
            } catch (IOException e) {
                // It has ended.
            }
        }
        System.out.println("  " + what + ", megabytes of each page's process: " + largest.values());
    }

    /** Hundredths of a second of all processes of a browser. */
    private static long ticks(Phone phone) {
        long sum = 0;
        for (long pid : processes(phone)) {
            try {
                String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                sum += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            } catch (IOException e) {
                // It has ended.
            }
        }
        return sum;
    }

    private static Set<Long> processes(Phone phone) {
        Set<Long> out = new HashSet<>();
        List<ProcessHandle> roots = new ArrayList<>();
        ProcessHandle.allProcesses().forEach(process -> {
            try {
                if (Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).contains(phone.profile().toString())) {
                    roots.add(process);
                }
            } catch (IOException e) {
                // It has ended.
            }
        });
        for (ProcessHandle root : roots) {
            out.add(root.pid());
            try (Stream<ProcessHandle> below = root.descendants()) {
                below.forEach(process -> out.add(process.pid()));
            }
        }
        return out;
    }
}
