package studio.pastiche.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.prefs.AbstractPreferences;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.pastiche.ui.text.Language;
import studio.pastiche.ui.text.Texts;
import studio.pastiche.ui.theme.Theme;
import studio.pastiche.ui.theme.Themes;

@ExtendWith(ApplicationExtension.class)
@org.jspecify.annotations.NullUnmarked
class MemoryTest {
  private final InMemory preferences = new InMemory();

  @Start
  void open(Stage stage) {}

  @Test
  void whatWasChosenIsThereAtTheNextStart() {
    Desk.fx(
        () -> {
          Texts texts = new Texts(Language.ENGLISH);
          Themes themes = new Themes(new Scene(new Group()));
          new Memory(preferences).follow(texts, themes);
          texts.language().set(Language.CHINESE);
          themes.theme().set(Theme.DARK);
          return 0;
        });
    assertEquals(Language.CHINESE, new Memory(preferences).language(Locale.ENGLISH));
    assertEquals(Theme.DARK, new Memory(preferences).theme());
  }

  @Test
  void whatIsUnknownIsAsAtTheFirstStart() {
    preferences.put("theme", "PURPLE");
    assertEquals(Theme.SYSTEM, new Memory(preferences).theme());
    assertEquals(Language.CHINESE, new Memory(preferences).language(Locale.CHINA));
  }

  /// The artist's own preferences stay as they are.
  private static final class InMemory extends AbstractPreferences {
    private final Map<String, String> values = new HashMap<>();

    InMemory() {
      super(null, "");
    }

    @Override
    protected void putSpi(String key, String value) {
      values.put(key, value);
    }

    @Override
    protected String getSpi(String key) {
      return values.get(key);
    }

    @Override
    protected void removeSpi(String key) {
      values.remove(key);
    }

    @Override
    protected void removeNodeSpi() {}

    @Override
    protected String[] keysSpi() {
      return values.keySet().toArray(String[]::new);
    }

    @Override
    protected String[] childrenNamesSpi() {
      return new String[0];
    }

    @Override
    protected AbstractPreferences childSpi(String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void syncSpi() {}

    @Override
    protected void flushSpi() {}
  }
}
