package weft.node.shell;

import weft.core.view.News;
import weft.core.view.Ref;
import weft.primitives.Bytes;

/** Who wants to know that something changed. Called on the shell's thread: must be quick and must not throw. */
public interface Watcher {
    /** Something on the board of a circle changed. */
    void shown(Bytes circle);

    /** Something worth telling has come. */
    void told(Ref thread, News news);
}
