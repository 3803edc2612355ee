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
    /** Of a circle that somebody must not read, so many of the newest envelopes are tried. */
    private static final int OUTSIDE = 5;
    /** One circle of so many is tried with the disk of somebody who has nothing to do with it. */
    private static final int STRANGERS = 20;
    /** What was over for longer was tried before, many times. */
    private static final long TRIED_DAYS = 20;
    private static final Pattern TITLE = Pattern.compile("\\[\"title\",\"([tkhp][0-9]+z)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{64})\"");
    private static final Pattern VOICE = Pattern.compile("\"pubkey\":\"([0-9a-f]{64})\"");
    private static final Pattern ROOT = Pattern.compile("\\[\"e\",\"([0-9a-f]{64})\",\"[^\"]*\",\"root\"");

    private static final Pattern NAME = Pattern.compile("\\[\"d\",\"([0-9a-f]+)\"");

    private final World world;
    private final Diary diary;
    private final Map<Bytes, String> threadOf = new HashMap<>();
    /** By envelope: the leaf under which it was sealed, as an insider saw it. */
    private final Map<Bytes, Long> leafOf = new HashMap<>();
    private final Map<String, String> threadOfRoot = new HashMap<>();
    private final Map<String, String> threadOfVoice = new HashMap<>();
    private final Map<Bytes, Integer> read = new HashMap<>();
    private long opened;
    private int taken;

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

    /** Takes the disk of a node, with the passphrase, and with all that ever passed. */
    public void takes(SimNode node) {
        if (node.lost() || node.lacksRoom() || node.watch().doubting()) {
            return;
        }
        taken++;
        List<StolenTree> trees = trees(node);
        Map<String, Diary.Gone> gone = diary.gone(node.number());
        long reached = node.watch().dayReached(HOURS_TO_DESTROY);
        List<Ring> rings = List.copyOf(diary.rings());
        for (int i = 0; i < rings.size(); i++) {
            Ring ring = rings.get(i);
            List<Event> all = world.archive().of(ring.address);
            if (!ring.may.contains(node.number())) {
                // Whoever was left behind is tried each time, a stranger to all of it now and then.
                boolean left = ring.from.filter(old -> old.may.contains(node.number())).isPresent();
                if (left || (i + taken) % STRANGERS == 0) {
                    outside(node, trees, all, "somebody outside can read a circle");
                }
            } else if (ring.left.contains(node.number())) {
                outside(node, trees, all, "who left a circle can still read it");
            } else if (ring.members.containsKey(node.number())) {
                inside(node, ring, trees, all, gone, reached);
            }
        }
    }

    private void outside(SimNode node, List<StolenTree> trees, List<Event> all, String rule) {
        for (Event event : all.subList(Math.max(0, all.size() - OUTSIDE), all.size())) {
            if (open(trees, event).isPresent()) {
                world.violation(rule, "node " + node.number() + ": " + event.publicKey().hex());
                return;
            }
        }
    }

    private void inside(SimNode node, Ring ring, List<StolenTree> trees, List<Event> all, Map<String, Diary.Gone> gone, long reached) {
        for (Event event : all) {
            long day = event.expiration().orElse(0L) / 86_400 - 1;
            String token = threadOf.get(event.id());
            Diary.Gone forgotten = token == null ? null : gone.get(token);
            boolean early = forgotten != null && node.watch().ran() - forgotten.ran() >= HOURS_TO_DESTROY && day <= forgotten.lastDay();
            boolean over = day + ring.grace + 1 <= reached && (day + TRIED_DAYS > reached || (event.id().at(0) + taken) % STRANGERS == 0);
            if ((early || over) && open(trees, event).isPresent()) {
                world.violation("what was forgotten can be read from the disk", "node " + node.number() + ": " + token + " of day " + day);
                return;
            }
        }
    }

    private Optional<StolenTree.Opened> open(List<StolenTree> trees, Event event) {
        Long leaf = leafOf.get(event.id());
        for (StolenTree tree : trees) {
            Optional<StolenTree.Opened> text = leaf == null ? tree.open(event) : tree.openAt(event, leaf);
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
                    open(trees, event).ifPresent(text -> {
                        leafOf.put(event.id(), text.leaf());
                        entry(circle, event.id(), text.text());
                    });
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

    private void entry(Bytes circle, Bytes envelope, String text) {
        if (text.contains("aside-t") || text.contains("answer-t")) {
            world.violation("private words stand in the open", text.substring(0, Math.min(text.length(), 200)));
        }
        Optional<String> title = first(TITLE, text).map(token -> token + "@" + circle.hex().substring(0, 8));
        Optional<String> thread = title.or(() -> first(ROOT, text).flatMap(root -> Optional.ofNullable(threadOfRoot.get(root))));
        if (title.isPresent()) {
            first(ID, text).ifPresent(id -> threadOfRoot.put(id, title.get()));
        }
        thread.ifPresent(token -> threadOf.put(envelope, token));
        // Comings, askings and accounts have no title; each is a thread of its own all the same, which its name tells.
        Optional<String> named = first(ROOT, text).isPresent() ? Optional.empty() : first(NAME, text).map(name -> "named " + name);
        thread.or(() -> named).ifPresent(token -> {
            String voice = first(VOICE, text).orElse("");
            String before = threadOfVoice.putIfAbsent(voice, token);
            if (before != null && !before.equals(token) && before.startsWith("named ") == token.startsWith("named ")) {
                world.violation("two threads have a voice in common", before + " and " + token);
            }
        });
    }
}
