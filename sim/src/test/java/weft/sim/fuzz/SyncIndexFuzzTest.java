package weft.sim.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.json.Checked;
import weft.wire.sync.Negentropy;
import weft.wire.sync.SyncIndex;

/** The sync index beside a set so simple that it can't be wrong, through whatever additions and removals; then two of them reconciled. */
@Tag("long")
class SyncIndexFuzzTest {
    private static final Primitives P = new JdkPrimitives();

    private record Item(long time, Bytes id) {}

    private static final Comparator<Item> ORDER = (one, other) ->
            one.time != other.time ? Long.compareUnsigned(one.time, other.time) : one.id.compareTo(other.id);

    private static void same(Object one, Object other) {
        if (!one.equals(other)) {
            throw new AssertionError("the index says " + one + ", the set " + other);
        }
    }

    /** Three bytes an act: what, and with which id. */
    private static void play(byte[] acts, SyncIndex index, TreeSet<Item> plain) {
        for (int at = 0; at + 2 < acts.length; at += 3) {
            int what = acts[at] & 0xff;
            // One act may put in a whole run of ids, so that blocks split and empty.
            int run = what % 4 == 3 ? 100 : 1;
            for (int i = 0; i < run; i++) {
                // An id has one time, as an event has.
                Bytes id = P.sha256(Bytes.ofUnsigned(acts[at + 1] & 0xff, acts[at + 2] & 0xff, i));
                Item item = new Item(id.at(0) & 7, id);
                if (what >= 128) {
                    same(index.remove(item.time, item.id), plain.remove(item));
                } else {
                    same(index.add(item.time, item.id), plain.add(item));
                }
            }
            same(index.size(), plain.size());
        }
        same(index.ids(), plain.stream().map(Item::id).toList());
    }

    @FuzzTest(maxDuration = "40s")
    void sameAsASet(byte[] data) {
        int half = data.length / 2;
        SyncIndex left = new SyncIndex();
        SyncIndex right = new SyncIndex();
        TreeSet<Item> plainLeft = new TreeSet<>(ORDER);
        TreeSet<Item> plainRight = new TreeSet<>(ORDER);
        play(java.util.Arrays.copyOfRange(data, 0, half), left, plainLeft);
        play(java.util.Arrays.copyOfRange(data, half, data.length), right, plainRight);
        Negentropy asks = new Negentropy(P, left, 0);
        Negentropy answers = new Negentropy(P, right, 0);
        Set<Bytes> have = new HashSet<>();
        Set<Bytes> need = new HashSet<>();
        Optional<Bytes> message = Optional.of(asks.initiate());
        for (int round = 0; message.isPresent(); round++) {
            Bytes answer = good(answers.reconcile(message.get())).next().orElseThrow();
            Negentropy.Step step = good(asks.reconcile(answer));
            have.addAll(step.have());
            need.addAll(step.need());
            message = step.next();
            same(round < 100, true);
        }
        List<Bytes> onlyLeft = new ArrayList<>(plainLeft.stream().filter(item -> !plainRight.contains(item)).map(Item::id).toList());
        same(have, new HashSet<>(onlyLeft));
        same(need, new HashSet<>(plainRight.stream().filter(item -> !plainLeft.contains(item)).map(Item::id).toList()));
    }

    private static Negentropy.Step good(Checked<Negentropy.Step> step) {
        return step.orThrow();
    }
}
