package studio.pastiche.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Computation;
import studio.pastiche.engine.Schedule;
import studio.pastiche.session.SnapshotLimits;
import studio.pastiche.ui.text.Language;
import studio.pastiche.ui.theme.Motion;
import studio.pastiche.ui.theme.Theme;
import studio.pastiche.ui.window.Placement;

/// What the artist has chosen about the studio itself, and what it remembers from start to start.
/// Everything here is read and set on the JavaFX thread.
public final class StudioSettings {
  /// What letters' size can be, in per cent.
  public static final List<Integer> FONT_PERCENTS = List.of(100, 110, 125, 150);

  /// What a painting can be computed by.
  public static final List<String> DEVICES = List.of(Computation.AUTO.device(), "cpu", "gpu");

  private static final int MOST_RECENT = 8;

  private final List<Setting<?>> all = new ArrayList<>();
  private final Setting<Theme> theme = setting("theme", Theme.class, Theme.SYSTEM, _ -> true);
  private final Setting<Language> language;
  private final Setting<Motion> motion = setting("motion", Motion.class, Motion.SYSTEM, _ -> true);
  private final Setting<Integer> fontPercent =
      setting("font_percent", Integer.class, 100, FONT_PERCENTS::contains);
  private final Setting<Integer> size =
      setting(
          "size",
          Integer.class,
          Schedule.DEFAULT_SIZE,
          pixels -> pixels >= Schedule.MIN_SIZE && pixels <= Schedule.MAX_SIZE);
  private final Setting<String> device =
      setting("device", String.class, Computation.AUTO.device(), DEVICES::contains);
  private final Setting<Integer> snapshotsPerRun =
      setting("snapshots_per_run", Integer.class, 0, count -> count >= 0);
  private final Setting<Integer> snapshotMegabytes =
      setting("snapshot_megabytes", Integer.class, 0, count -> count >= 0);
  private final Setting<Boolean> askBeforeClosing =
      setting("ask_before_closing", Boolean.class, true, _ -> true);
  private final Setting<Boolean> askBeforeReplacing =
      setting("ask_before_replacing", Boolean.class, true, _ -> true);
  private final ObjectProperty<@Nullable Placement> placement = new SimpleObjectProperty<>();
  private final BooleanProperty networkOffered = new SimpleBooleanProperty();
  private final ObjectProperty<List<String>> recentActions = new SimpleObjectProperty<>(List.of());

  /// As at the first start.
  ///
  /// @param system whose language is taken where it is one the window speaks
  public StudioSettings(Locale system) {
    language = setting("language", Language.class, Language.of(system), _ -> true);
  }

  public Setting<Theme> theme() {
    return theme;
  }

  public Setting<Language> language() {
    return language;
  }

  public Setting<Motion> motion() {
    return motion;
  }

  public Setting<Integer> fontPercent() {
    return fontPercent;
  }

  /// The long side that a painting begins with, in pixels.
  public Setting<Integer> size() {
    return size;
  }

  /// What a painting is computed by to begin with.
  public Setting<String> device() {
    return device;
  }

  /// The most snapshots of one run; 0 for all.
  public Setting<Integer> snapshotsPerRun() {
    return snapshotsPerRun;
  }

  /// The most that all snapshots may take of the disk, in MB; 0 for whatever they need.
  public Setting<Integer> snapshotMegabytes() {
    return snapshotMegabytes;
  }

  /// How many snapshots may be kept, as of now.
  public SnapshotLimits snapshotLimits() {
    return new SnapshotLimits(snapshotsPerRun.get(), snapshotMegabytes.get() * 1_000_000L);
  }

  public Setting<Boolean> askBeforeClosing() {
    return askBeforeClosing;
  }

  public Setting<Boolean> askBeforeReplacing() {
    return askBeforeReplacing;
  }

  /// Where the main window stood last, or null where it has its first place yet.
  public ObjectProperty<@Nullable Placement> placement() {
    return placement;
  }

  /// Whether the full VGG-19 need not be offered any more.
  public BooleanProperty networkOffered() {
    return networkOffered;
  }

  /// The keys of the actions that were last taken from the command palette, newest first.
  public ObjectProperty<List<String>> recentActions() {
    return recentActions;
  }

  /// Puts an action first among the recent ones.
  public void tookAction(String key) {
    List<String> now = new ArrayList<>(recentActions.get());
    now.remove(key);
    now.addFirst(key);
    recentActions.set(List.copyOf(now.subList(0, Math.min(now.size(), MOST_RECENT))));
  }

  /// Brings every default back; the window's place, what was recent and what was offered are no
  /// choices, and stay.
  public void reset() {
    all.forEach(Setting::reset);
  }

  /// Everything that is chosen.
  List<Setting<?>> all() {
    return List.copyOf(all);
  }

  private <T> Setting<T> setting(String name, Class<T> type, T initial, Predicate<T> allowed) {
    Setting<T> made = new Setting<>(name, type, initial, allowed);
    all.add(made);
    return made;
  }
}
