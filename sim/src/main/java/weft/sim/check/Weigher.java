package weft.sim.check;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;

/**
 * Counts the objects that something holds on to, without help from what is weighed: it walks all fields of the project's own
 * classes, and the contents of collections. Not bytes but things: a list that is never emptied is seen, whatever is in it.
 */
final class Weigher {
    private static final Map<Class<?>, List<Field>> FIELDS = new ConcurrentHashMap<>();

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> left = new ArrayDeque<>();

    private Weigher() {}

    /** How many objects hang on one; what all nodes of the box share is left out. */
    static long weigh(Object root) {
        Weigher weigher = new Weigher();
        weigher.meet(root);
        while (!weigher.left.isEmpty()) {
            weigher.open(weigher.left.remove());
        }
        return weigher.seen.size();
    }

    private void meet(@Nullable Object one) {
        if (one == null || one instanceof Primitives || one instanceof Enum<?> || one instanceof Class<?> || !seen.add(one)) {
            return;
        }
        if (!(one instanceof Bytes || one instanceof Secret || one instanceof CharSequence || one instanceof Number)) {
            left.add(one);
        }
    }

    private void open(Object one) {
        if (one instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                meet(key);
                meet(value);
            });
        } else if (one instanceof Collection<?> all) {
            all.forEach(this::meet);
        } else if (one instanceof Optional<?> maybe) {
            maybe.ifPresent(this::meet);
        } else if (one instanceof Object[] all) {
            Arrays.asList(all).forEach(this::meet);
        } else {
            fields(one.getClass()).forEach(field -> meet(read(field, one)));
        }
    }

    private static @Nullable Object read(Field field, Object of) {
        try {
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All fields of our own classes that hold objects; of anybody else's none. */
    private static List<Field> fields(Class<?> type) {
        return FIELDS.computeIfAbsent(type, _ -> {
            List<Field> out = new ArrayList<>();
            for (Class<?> one = type; one != null && one.getName().startsWith("weft."); one = one.getSuperclass()) {
                for (Field field : one.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                        field.setAccessible(true);
                        out.add(field);
                    }
                }
            }
            return List.copyOf(out);
        });
    }
}
