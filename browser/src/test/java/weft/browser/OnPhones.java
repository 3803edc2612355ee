package weft.browser;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import weft.browser.Phones.Phone;

/** What tests on phones begin and end with: a relay that serves the app, and no browser yet. */
@Tag("browser")
abstract class OnPhones {
    @TempDir(cleanup = CleanupMode.ALWAYS) Path folder;
    Phones phones;

    @BeforeEach
    void open() throws IOException {
        phones = new Phones(folder, app());
    }

    /** The folder that the relay serves to them. */
    Path app() throws IOException {
        return Phones.APP;
    }

    @AfterEach
    void close() {
        phones.close();
    }

    /** A phone with a circle; its page shows the board. */
    Phone withCircle(String name, String... more) {
        Phone phone = phones.begun(name, more);
        phones.circle(phone.page(), "Canal Street");
        return phone;
    }

    /** Posts a need from the board that the page shows. */
    static void post(Phone phone, String title) {
        Phones.follow(phone.page(), "*='/post?side=need'");
        phone.page().fill("input[name=title]", title);
        Phones.press(phone.page(), "/post");
    }
}
