package weft.node.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weft.core.atlas.Atlas;
import weft.node.home.MapFileSource;
import weft.node.home.MapSetting;
import weft.node.shell.NodeShell;
import weft.pages.MapFile;
import weft.pages.Means;
import weft.pages.Pages;
import weft.pages.Request;
import weft.pages.Response;
import weft.wire.json.Checked;
import weft.wire.json.Fault;

/** The map's file that the person names on the settings page. */
final class MapDesk {
    private static final String PATH = "/settings/map";
    private static final String MISSING = "missing";

    private final MapSetting setting;
    private @Nullable Last last;

    MapDesk(Path folder) {
        this.setting = new MapSetting(folder);
    }

    /** The map's file as it is set now, by this page or by the command line. */
    Optional<MapFile> current() {
        Optional<Path> file = setting.file();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        State now = State.of(file.get());
        synchronized (this) {
            if (last == null || !last.state().equals(now)) {
                last = new Last(now, new MapFile(String.valueOf(file.get().getFileName()), new MapFileSource(file.get())));
            }
            return Optional.of(last.file());
        }
    }

    /** What tells one file from another: what was drawn of it holds as long as this stays. */
    private record State(Path file, long size, long changed) {
        static State of(Path file) {
            try {
                return new State(file, Files.size(file), Files.getLastModifiedTime(file).toMillis());
            } catch (IOException | SecurityException e) {
                // Reading it will say so.
                return new State(file, -1, -1);
            }
        }
    }

    private record Last(State state, MapFile file) {}

    /** Answers a posted form of this path; nothing where the path is another. */
    Optional<Response> answer(Request request, NodeShell shell, Means means) {
        if (!request.path().equals(PATH) || !request.method().equals("POST")) {
            return Optional.empty();
        }
        String path = request.form().getOrDefault("path", List.of("")).getFirst().strip();
        Optional<String> trouble = keep(path);
        return Optional.of(Desk.wait(shell.look(views -> Pages.mapSetting(request, views, means, path, trouble))));
    }

    /** The code of what is wrong, if anything is. */
    private Optional<String> keep(String path) {
        try {
            if (path.isEmpty()) {
                setting.keep(Optional.empty());
                return Optional.empty();
            }
            Path file = Path.of(path);
            if (!file.isAbsolute() || !Files.isRegularFile(file) || !Files.isReadable(file)) {
                return Optional.of(MISSING);
            }
            Checked<Atlas> opened = MapSetting.open(file);
            if (opened instanceof Checked.Bad<Atlas>(Fault fault, String ignored)) {
                return Optional.of(fault.code());
            }
            setting.keep(Optional.of(file));
            return Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.of(MISSING);
        }
    }
}
