package weft.browser;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSBodyImport;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Uint8Array;

/** The functions of {@code src/main/js/host.js}, by their names there: what the worker asks of the browser. */
final class Host {
    private static final String HOST = "weft-host";

    private Host() {}

    /** Told when something is done: an empty text, or the code of what went wrong. */
    @JSFunctor
    interface Done extends JSObject {
        void done(String trouble);
    }

    /** Told what the vault's store holds; nulls where there is no vault. */
    @JSFunctor
    interface VaultFound extends JSObject {
        void found(@Nullable Uint8Array fileKey, @Nullable Uint8Array sealed, String trouble);
    }

    /** Told some texts. */
    @JSFunctor
    interface Texts extends JSObject {
        void take(String[] texts);
    }

    /** Told before most is given back, whether what boards show first is there. */
    @JSFunctor
    interface Begin extends JSObject {
        void begin(boolean boards);
    }

    /** Told bytes, or null where there are none. */
    @JSFunctor
    interface Found extends JSObject {
        void found(@Nullable Uint8Array bytes);
    }

    /** Called when it is time. */
    @JSFunctor
    interface Then extends JSObject {
        void then();
    }

    /** Asked whether a leaf of a circle is still known. */
    @JSFunctor
    interface Knows extends JSObject {
        boolean knows(String circle, String day, String slot);
    }

    /** Told what {@link #commit} writes besides. */
    @JSFunctor
    interface Resealed extends JSObject {
        void ready(JSObject recalled);
    }

    @JSBody(params = {"putIds", "putJsons", "removeIds", "fileKey", "sealed", "strict", "recalled", "done"},
            script = "host.commit(putIds, putJsons, removeIds, fileKey, sealed, strict, recalled, done);",
            imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void commit(String[] putIds, String[] putJsons, String[] removeIds, @Nullable Uint8Array fileKey,
            @Nullable Uint8Array sealed, boolean strict, @Nullable JSObject recalled, Done done);

    @JSBody(params = "found", script = "host.readVault(found);", imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void readVault(VaultFound found);

    @JSBody(params = {"begin", "recalled", "opened", "done"}, script = "host.restore(begin, recalled, opened, done);",
            imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void restore(Begin begin, Texts recalled, Texts opened, Done done);

    @JSBody(script = "host.attended();", imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void attended();

    @JSBody(script = "host.servedEarly();", imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void servedEarly();

    @JSBody(params = {"ids", "take"}, script = "host.keepFirst(ids, take);", imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void keepFirst(String[] ids, Texts take);

    @JSBody(params = "flat", script = "host.rowsOfFirst(flat);", imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void rowsOfFirst(String[] flat);

    @JSBody(params = "found", script = "host.recallSalt(found);", imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void recallSalt(Found found);

    @JSBody(params = {"raw", "salt", "then"}, script = "host.recallKey(raw, salt, then);",
            imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void recallKey(Uint8Array raw, Uint8Array salt, Then then);

    @JSBody(params = {"raw", "salt", "knows", "ready"}, script = "host.reseal(raw, salt, knows, ready);",
            imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void reseal(Uint8Array raw, Uint8Array salt, Knows knows, Resealed ready);

    @JSBody(script = "host.dropRecall();", imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void dropRecall();

    @JSBody(params = "then", script = "host.quiet(then);", imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void quiet(Then then);

    @JSBody(params = "take", script = "host.uncovered(take);", imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void uncovered(Texts take);

    @JSBody(params = {"flat", "then"}, script = "host.keepRecalled(flat, then);", imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void keepRecalled(String[] flat, Then then);

    @JSBody(params = {"id", "found"}, script = "host.readEnvelope(id, found);", imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void readEnvelope(String id, Done found);

    @JSBody(params = "name", script = "return host.setting(name);", imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native String setting(String name);

    @JSBody(params = {"name", "value"}, script = "host.keepSetting(name, value);",
            imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void keepSetting(String name, String value);

    @JSBody(params = {"link", "address"}, script = "host.openLink(link, address);",
            imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void openLink(int link, String address);

    @JSBody(params = "link", script = "host.shutLink(link);", imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void shutLink(int link);

    @JSBody(script = "host.shutAllLinks();", imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void shutAllLinks();

    @JSBody(params = {"link", "text"}, script = "host.send(link, text);", imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void send(int link, String text);

    @JSBody(params = "unixSeconds", script = "host.wakeAt(unixSeconds);", imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void wakeAt(double unixSeconds);

    @JSBody(params = {"milliseconds", "then"}, script = "setTimeout(then, milliseconds);")
    static native void after(int milliseconds, Then then);

    /** Says in the browser's log that something is broken, by the name of its class alone: a message may hold what was read. */
    @JSBody(params = "name", script = "console.error('Weft: ' + name);")
    static native void fault(String name);

    @JSBody(script = "return host.now();", imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native double now();

    @JSBody(script = "return host.zone();", imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native String zone();

    @JSBody(script = "return host.zones();", imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native String[] zones();

    @JSBody(params = "name", script = "return host.zoneChanges(name);", imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native double[] zoneChanges(String name);

    @JSBody(params = "name", script = "return self.WEFT_LATE?.[name] ?? '';")
    static native String late(String name);

    @JSBody(params = {"event", "data"}, script = "host.tell(event, data);", imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void tell(String event, String data);

    /** Told a piece of the map's file, or null and the name of a fault. */
    @JSFunctor
    interface Piece extends JSObject {
        void found(@Nullable Uint8Array bytes, String trouble);
    }

    @JSBody(params = {"offset", "length", "gzip", "most", "found"}, script = "host.readMap(offset, length, gzip, most, found);",
            imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void readMap(double offset, int length, boolean gzip, int most, Piece found);

    @JSBody(params = "key", script = "host.holdSession(key);", imports = @JSBodyImport(alias = "host", fromModule = HOST))
    static native void holdSession(String key);
}
