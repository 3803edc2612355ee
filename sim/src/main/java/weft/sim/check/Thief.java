package weft.sim.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weft.primitives.Bytes;
import weft.primitives.Secret;
import weft.sim.world.SimNode;
import weft.sim.world.World;
import weft.wire.event.Event;

/**
 * Somebody who has all cipher text that ever passed, and takes disks with the passphrase beside them. As a thief, they look
 * whether a disk still opens what its node has forgotten; as an insider of a circle, what its members can learn from each other's
 * entries: whether two threads have a voice in common, and whether private words stand there in the open.
 */
public final class Thief {
    private static final long HOURS_TO_DESTROY = 3 * 3_600L;
    private static final Pattern TITLE = Pattern.compile("\\[\"title\",\"(t[0-9]+z)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{64})\"");
    private static final Pattern VOICE = Pattern.compile("\"pubkey\":\"([0-9a-f]{64})\"");
    private static final Pattern ROOT = Pattern.compile("\\[\"e\",\"([0-9a-f]{64})\",\"[^\"]*\",\"root\"");

    private final World world;
    private final Diary diary;
    private final Map<Bytes, String> threadOf = new HashMap<>();
    private final Map<String, String> threadOfRoot = new HashMap<>();
    private final Map<String, String> threadOfVoice = new HashMap<>();
    private final Map<Bytes, Integer> read = new HashMap<>();
    private long opened;

    /** Over a world and its diary. */
    public Thief(World world, Diary diary) {
        this.world = world;
        this.diary = diary;
    }

    /** How many envelopes were opened by this reading of the formats, which shows that it reads at all. */
    public long opened() {
        return opened;
    }

    private static byte[] plain(Secret secret) {
        byte[] out = new byte[secret.size()];
        secret.copyTo(out, 0);
        secret.destroy();
        return out;
    }

    /** Every tree that a disk gives away. */
    private List<StolenTree> trees(SimNode node) {
        Set<Bytes> sealed = new HashSet<>();
        Set<Bytes> keys = new HashSet<>();
        for (Bytes block : node.disk().everything()) {
            if (block.size() == 8192) {
                keys.add(block.slice(8, 40));
                keys.add(block.slice(4104, 4136));
            } else if (block.size() > 8 && block.slice(0, 6).equals(Bytes.utf8("weft/1"))) {
                sealed.add(block);
            }
        }
        List<StolenTree> out = new ArrayList<>();
        for (Bytes vault : sealed) {
            for (Bytes key : keys) {
                try (Secret fileKey = world.primitives.keep(key.toArray())) {
                    node.vault().tryOpen(vault, fileKey).ifPresent(content -> out.addAll(StolenTree.find(plain(content))));
                }
            }
        }
        return out;
    }

    /** Takes the disk of a node. */
    public void takes(SimNode node) {
        if (node.lost() || node.lacksRoom() || node.watch().doubting()) {
            return;
        }
        Map<String, Diary.Gone> gone = diary.gone(node.number());
        List<StolenTree> trees = gone.isEmpty() ? List.of() : trees(node);
        for (Bytes circle : diary.circles()) {
            if (trees.isEmpty() || !diary.members(circle).contains(node.number())) {
                continue;
            }
            for (Event event : world.archive().of(circle)) {
                String token = threadOf.get(event.id());
                Diary.Gone forgotten = token == null ? null : gone.get(token);
                boolean destroyed = forgotten != null && node.watch().ran() - forgotten.ran() >= HOURS_TO_DESTROY
                        && event.expiration().orElse(0L) / 86_400 - 1 <= forgotten.lastDay();
                if (destroyed && open(trees, event).isPresent()) {
                    world.violation("what was forgotten can be read from the disk", "node " + node.number() + ": " + token);
                    return;
                }
            }
        }
    }

    private Optional<String> open(List<StolenTree> trees, Event event) {
        for (StolenTree tree : trees) {
            Optional<String> text = tree.open(event);
            if (text.isPresent()) {
                opened++;
                return text;
            }
        }
        return Optional.empty();
    }

    /** Reads as a member all that is new in a circle. */
    public void readsAlong(Bytes circle) {
        List<Event> all = world.archive().of(circle);
        int from = read.getOrDefault(circle, 0);
        for (int number : diary.members(circle)) {
            SimNode node = world.nodes().get(number);
            if (!node.lost() && from < all.size()) {
                List<StolenTree> trees = trees(node);
                for (Event event : all.subList(from, all.size())) {
                    open(trees, event).ifPresent(text -> entry(event.id(), text));
                }
                read.put(circle, all.size());
                return;
            }
        }
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private void entry(Bytes envelope, String text) {
        if (text.contains("aside-t") || text.contains("answer-t")) {
            world.violation("private words stand in the open", text.substring(0, Math.min(text.length(), 200)));
        }
        Optional<String> title = first(TITLE, text);
        Optional<String> thread = title.or(() -> first(ROOT, text).flatMap(root -> Optional.ofNullable(threadOfRoot.get(root))));
        if (title.isPresent()) {
            first(ID, text).ifPresent(id -> threadOfRoot.put(id, title.get()));
        }
        thread.ifPresent(token -> {
            threadOf.put(envelope, token);
            String voice = first(VOICE, text).orElse("");
            String before = threadOfVoice.putIfAbsent(voice, token);
            if (before != null && !before.equals(token)) {
                world.violation("two threads have a voice in common", before + " and " + token);
            }
        });
    }
}
