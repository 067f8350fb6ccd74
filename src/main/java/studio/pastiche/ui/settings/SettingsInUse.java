package studio.pastiche.ui.settings;

import java.util.List;
import studio.pastiche.ui.painting.Choice;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.Parameter;
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
    Runnable limit = () -> painting.keepWithin(settings.snapshotLimits());
    limit.run();
    settings.snapshotsPerRun().value().addListener((_, _, _) -> limit.run());
    settings.snapshotMegabytes().value().addListener((_, _, _) -> limit.run());
  }

  /// A new default also replaces the old one where the artist has set nothing else yet.
  private static void defaults(StudioSettings settings, Painting painting) {
    Parameter size = painting.settings().size();
    settings.size().value().subscribe(size::setDefault);
    Choice<String> device = painting.settings().device();
    settings.device().value().subscribe(now -> device.offer(List.copyOf(device.options()), now));
  }
}
