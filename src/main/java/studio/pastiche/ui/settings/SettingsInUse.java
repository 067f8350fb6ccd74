package studio.pastiche.ui.settings;

import javafx.collections.ListChangeListener;
import studio.pastiche.session.Snapshot;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.text.Texts;
import studio.pastiche.ui.theme.Themes;

/// Lets the studio be as the artist has chosen, now and whenever that changes.
public final class SettingsInUse {
  private SettingsInUse() {}

  public static void follow(
      StudioSettings settings, Themes themes, Texts texts, Painting painting) {
    themes.theme().bind(settings.theme().value());
    themes.motion().bind(settings.motion().value());
    settings.fontPercent().value().subscribe(percent -> themes.fontPercent().set(percent));
    texts.language().bindBidirectional(settings.language().value());
    defaults(settings, painting);
    Runnable trim = () -> trim(settings, painting);
    painting.snapshots().addListener((ListChangeListener<Snapshot>) _ -> trim.run());
    settings.snapshotsPerRun().value().addListener((_, _, _) -> trim.run());
    settings.snapshotMegabytes().value().addListener((_, _, _) -> trim.run());
  }

  /// A new default also replaces the old one where the artist has set nothing else yet.
  private static void defaults(StudioSettings settings, Painting painting) {
    painting.settings().size().set(settings.size().get());
    painting.settings().device().value().set(settings.device().get());
    settings
        .size()
        .value()
        .addListener(
            (_, old, now) -> {
              if (painting.settings().size().getInt() == old) {
                painting.settings().size().set(now);
              }
            });
    settings
        .device()
        .value()
        .addListener(
            (_, old, now) -> {
              if (painting.settings().device().get().equals(old)) {
                painting.settings().device().value().set(now);
              }
            });
  }

  /// What was opened is left alone: limits are for what comes, and a project keeps what it was
  /// saved with.
  private static void trim(StudioSettings settings, Painting painting) {
    painting.giveUp(settings.snapshotLimits().surplus(painting.keptSinceOpened()));
  }
}
