package studio.pastiche.ui.painting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableObjectValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.pastiche.picture.Picture;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.Preset;

/// Hears of every change of settings and pictures and keeps them as steps that can be taken back. A
/// change by itself is a step; those of a drag, or of one deed, are one together.
public final class Edits {
  private static final int MOST_STEPS = 500;

  private final Settings settings;
  private final ObjectProperty<@Nullable InputPicture> content;
  private final ObservableList<StyleInput> styles;
  private final ObjectProperty<@Nullable Preset> preset;
  private EditHistory<State> history;
  private final List<Runnable> listeners = new ArrayList<>();
  private final ReadOnlyObjectWrapper<EditHistory.@Nullable Step<?>> last =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<EditHistory.@Nullable Step<?>> next =
      new ReadOnlyObjectWrapper<>();
  private final ChangeListener<Number> shareListener = (_, _, _) -> changed("setting.style-share");
  private final ObservableBooleanValue inputsLocked;
  private @Nullable StepName gesture;
  private @Nullable StepName deed;

  /// Everything that a step can change.
  private record State(
      Map<Setting, Object> values,
      @Nullable InputPicture content,
      List<Share> styles,
      @Nullable Preset preset) {
    /// The same with another value of a setting, where it has that of before.
    State with(Setting setting, Object before, Object after) {
      if (!before.equals(values.get(setting))) {
        return this;
      }
      Map<Setting, Object> changed = new HashMap<>(values);
      changed.put(setting, after);
      return new State(Map.copyOf(changed), content, styles, preset);
    }

    boolean sameInputs(State other) {
      return content == other.content
          && styles.stream()
              .map(Share::style)
              .toList()
              .equals(other.styles.stream().map(Share::style).toList());
    }
  }

  /// A style image with its share at that time.
  private record Share(StyleInput style, double share) {}

  /// @param inputsLocked whether the pictures must stay as they are
  public Edits(
      Settings settings,
      ObjectProperty<@Nullable InputPicture> content,
      ObservableList<StyleInput> styles,
      ObjectProperty<@Nullable Preset> preset,
      ObservableBooleanValue inputsLocked) {
    this.inputsLocked = inputsLocked;
    this.settings = settings;
    this.content = content;
    this.styles = styles;
    this.preset = preset;
    history = new EditHistory<>(state(), MOST_STEPS, Edits::tooMuch);
    for (Setting setting : settings.all()) {
      // a change listener, for an invalidation is told only once until somebody looks
      setting.value().addListener((_, _, _) -> changed(settings.causeOf(setting).key()));
    }
    content.addListener((_, _, _) -> changed("well.content"));
    styles.addListener((ListChangeListener<StyleInput>) this::stylesChanged);
  }

  /// Forgets every step: what has been set so far is where the artist begins.
  public void forget() {
    history = new EditHistory<>(state(), MOST_STEPS, Edits::tooMuch);
    tell();
  }

  /// Calls `listener` after each change, and once after several that are one deed.
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /// What comes until [#end()] is one step: a drag. It acts all the while.
  public void begin(StepName name) {
    end();
    gesture = name;
  }

  /// As [#begin], but the step before belongs to it: the first of two clicks.
  public void beginAgain(StepName name) {
    begin(name);
    history.reopen();
  }

  /// Ends what [#begin] began; else does nothing. Returns whether it became a step.
  public boolean end() {
    StepName name = gesture;
    gesture = null;
    return name != null && settle(name);
  }

  /// Whether a slider is being dragged.
  public boolean dragging() {
    return gesture != null;
  }

  /// Does several things as one step, which acts when all is done.
  public void together(StepName name, Runnable changes) {
    end();
    if (deed != null) {
      changes.run();
      return;
    }
    deed = name;
    try {
      changes.run();
    } finally {
      deed = null;
      settle(name);
    }
  }

  /// Lets a setting change by itself, as no deed of the artist's: that is no step, and where steps
  /// have its value of before they have its new one from now on.
  public void follow(Setting setting, Runnable change) {
    end();
    Object before = setting.value().getValue();
    StepName within = deed;
    deed = StepName.of("");
    try {
      change.run();
    } finally {
      deed = within;
      Object after = setting.value().getValue();
      history.revise(state -> state.with(setting, before, after));
      tell();
    }
  }

  /// Whether there is a step that can be taken back now.
  public BooleanBinding canUndo() {
    return free(last);
  }

  /// Whether there is a step that can be done again now.
  public BooleanBinding canRedo() {
    return free(next);
  }

  private BooleanBinding free(ObservableObjectValue<EditHistory.@Nullable Step<?>> step) {
    return Bindings.createBooleanBinding(
        () -> step.get() != null && !(inputsLocked.get() && changesInputs(step.get())),
        step,
        inputsLocked);
  }

  /// The step that [#undo()] takes back, or null.
  public ReadOnlyObjectProperty<EditHistory.@Nullable Step<?>> last() {
    return last.getReadOnlyProperty();
  }

  /// The step that [#redo()] does again, or null.
  public ReadOnlyObjectProperty<EditHistory.@Nullable Step<?>> next() {
    return next.getReadOnlyProperty();
  }

  private static boolean changesInputs(EditHistory.@Nullable Step<?> step) {
    return step != null
        && step.before() instanceof State before
        && step.after() instanceof State after
        && !before.sameInputs(after);
  }

  /// Takes the last step back, if that is possible now.
  public void undo() {
    end();
    if (canUndo().get()) {
      become(history.undo());
    }
  }

  /// Does again what was taken back last, if that is possible now.
  public void redo() {
    end();
    if (canRedo().get()) {
      become(history.redo());
    }
  }

  private void become(State state) {
    deed = StepName.of("");
    try {
      state.values.forEach(Setting::restore);
      if (content.get() != state.content) {
        content.set(state.content);
      }
      List<StyleInput> before = state.styles.stream().map(Share::style).toList();
      if (!styles.equals(before)) {
        styles.setAll(before);
      }
      state.styles.forEach(each -> each.style().share().value().set(each.share()));
      preset.set(state.preset);
    } finally {
      deed = null;
      tell();
    }
  }

  private void changed(String key) {
    if (deed != null) {
      return;
    }
    if (gesture == null) {
      settle(StepName.of(key));
    } else {
      listeners.forEach(Runnable::run);
    }
  }

  private boolean settle(StepName name) {
    State now = state();
    boolean step = !now.equals(history.present());
    history.step(name, now);
    tell();
    return step;
  }

  private void tell() {
    last.set(history.last().orElse(null));
    next.set(history.next().orElse(null));
    listeners.forEach(Runnable::run);
  }

  private void stylesChanged(ListChangeListener.Change<? extends StyleInput> change) {
    while (change.next()) {
      change.getRemoved().forEach(style -> style.share().value().removeListener(shareListener));
      change.getAddedSubList().forEach(style -> hear(style.share()));
    }
    changed("well.style");
  }

  private void hear(Parameter share) {
    // replacing a picture keeps its place's share
    share.value().removeListener(shareListener);
    share.value().addListener(shareListener);
  }

  private State state() {
    Map<Setting, Object> values = new HashMap<>();
    settings.all().forEach(setting -> values.put(setting, setting.value().getValue()));
    return new State(
        Map.copyOf(values),
        content.get(),
        styles.stream().map(style -> new Share(style, style.share().get())).toList(),
        preset.get());
  }

  /// Pictures that are only there to be brought back may take a quarter of the memory.
  private static boolean tooMuch(List<State> states) {
    Set<Picture> pictures = Collections.newSetFromMap(new IdentityHashMap<>());
    for (State state : states.subList(0, states.size() - 1)) {
      if (state.content != null) {
        pictures.add(state.content.picture());
      }
      state.styles.forEach(style -> pictures.add(style.style().input().picture()));
    }
    long bytes = pictures.stream().mapToLong(p -> 12L * p.width() * p.height()).sum();
    return bytes > Runtime.getRuntime().maxMemory() / 4;
  }
}
