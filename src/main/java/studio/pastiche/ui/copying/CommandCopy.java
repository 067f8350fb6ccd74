package studio.pastiche.ui.copying;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.Recipe;
import studio.pastiche.session.CommandLine;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.Snapshot;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.StyleInput;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.text.Texts;

/// Puts the command line on the clipboard that paints what the canvas shows: the chosen snapshot,
/// the painting as it is now, or else what Paint would paint.
public final class CommandCopy {
  private final Painting painting;
  private final Supplier<@Nullable Snapshot> chosen;
  private final CommandFiles files;
  private final ClipboardText clipboard;
  private final Background background;
  private final Notices notices;
  private final Texts texts;

  public CommandCopy(
      Painting painting,
      Supplier<@Nullable Snapshot> chosen,
      CommandFiles files,
      ClipboardText clipboard,
      Background background,
      Notices notices,
      Texts texts) {
    this.painting = painting;
    this.chosen = chosen;
    this.files = files;
    this.clipboard = clipboard;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
  }

  /// Whether there are pictures to speak of.
  public BooleanBinding possible() {
    return Bindings.isNotNull(painting.content()).and(Bindings.isNotEmpty(painting.styles()));
  }

  public void copy() {
    @Nullable Snapshot snapshot = chosen.get();
    InputPicture content = painting.content().get();
    if (snapshot != null) {
      copy(snapshot.recipe());
    } else if (painting.frame().get() != null && !painting.snapshots().isEmpty()) {
      painting.keep(kept -> copy(kept.recipe()));
    } else if (content != null) {
      Inputs inputs =
          new Inputs(
              content.reference(),
              painting.styles().stream().map(style -> style.input().reference()).toList(),
              null);
      copy(
          painting
              .recipeSettings()
              .of(inputs, new NetworkReference(painting.settings().network().get(), "")));
    }
  }

  private void copy(Recipe recipe) {
    List<InputPicture> inputs =
        new ArrayList<>(painting.styles().stream().map(StyleInput::input).toList());
    InputPicture content = painting.content().get();
    if (content != null) {
      inputs.add(content);
    }
    CommandFiles.Wish wish = new CommandFiles.Wish(recipe, inputs);
    background.run(
        () -> files.command(wish),
        this::put,
        problem -> notices.error(texts.get("copied.command.failed"), texts.said(problem)));
  }

  private void put(CommandFiles.Command command) {
    CommandLine.Shell shell = CommandLine.Shell.of(System.getProperty("os.name", ""));
    clipboard.put().accept(shell.line(command.words()));
    if (!command.missing().isEmpty()) {
      notices.warn(
          texts.get("copied.command"),
          texts.get("copied.command.missing", String.join(", ", command.missing())));
    } else {
      notices.done(
          texts.get("copied.command"),
          command.written() == null
              ? texts.get("copied.command.next")
              : texts.get("copied.command.written", command.written().toString()));
    }
  }
}
