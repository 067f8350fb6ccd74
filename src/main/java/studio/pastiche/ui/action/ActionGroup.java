package studio.pastiche.ui.action;

import java.util.Locale;

/// Where an action is found: its menu, and its part of the list of shortcuts.
public enum ActionGroup {
  FILE,
  EDIT,
  PAINTING,
  SNAPSHOT,
  VIEW,
  HELP;

  /// The key of its words; `key.menu` has them with the letter that opens the menu.
  public String key() {
    return "group." + name().toLowerCase(Locale.ROOT);
  }
}
