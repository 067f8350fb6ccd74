package studio.pastiche.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.prefs.Preferences;
import studio.pastiche.ui.text.Language;
import studio.pastiche.ui.text.Texts;
import studio.pastiche.ui.theme.Theme;
import studio.pastiche.ui.theme.Themes;

/// Remembers the window's looks and language between starts.
final class Memory {
  private static final String THEME = "theme";
  private static final String LANGUAGE = "language";

  private final Preferences preferences;

  Memory(Preferences preferences) {
    this.preferences = preferences;
  }

  /// The language that was chosen last, else the one that fits the system's.
  Language language(Locale system) {
    return known(Language.class, LANGUAGE, Language.of(system));
  }

  /// The looks that were chosen last.
  Theme theme() {
    return known(Theme.class, THEME, Theme.SYSTEM);
  }

  /// Keeps what is chosen from now on.
  void follow(Texts texts, Themes themes) {
    texts.language().addListener((_, _, chosen) -> preferences.put(LANGUAGE, chosen.name()));
    themes.theme().addListener((_, _, chosen) -> preferences.put(THEME, chosen.name()));
  }

  private <E extends Enum<E>> E known(Class<E> kind, String key, E otherwise) {
    String name = preferences.get(key, "");
    return Arrays.stream(kind.getEnumConstants())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(otherwise);
  }
}
