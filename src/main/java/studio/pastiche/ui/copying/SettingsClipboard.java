package studio.pastiche.ui.copying;

import studio.pastiche.engine.Init;
import studio.pastiche.session.RecipeException;
import studio.pastiche.session.RecipeSettings;
import studio.pastiche.session.SettingsJson;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.SettingsTransfer;
import studio.pastiche.ui.painting.StepName;
import studio.pastiche.ui.text.Texts;

/// Copies the settings as a text and takes them from one.
public final class SettingsClipboard {
  private final Painting painting;
  private final ClipboardText clipboard;
  private final Notices notices;
  private final Texts texts;
  private final SettingsJson json = new SettingsJson();

  public SettingsClipboard(
      Painting painting, ClipboardText clipboard, Notices notices, Texts texts) {
    this.painting = painting;
    this.clipboard = clipboard;
    this.notices = notices;
    this.texts = texts;
  }

  public void copy() {
    clipboard.put().accept(json.write(painting.recipeSettings()));
    notices.done(texts.get("copied.settings"), texts.get("copied.settings.next"));
  }

  /// Takes them as one step. What is no text of settings is said and changes nothing.
  public void paste() {
    String text = clipboard.text().get().orElse("");
    if (text.isBlank()) {
      notices.warn(texts.get("copied.not-pasted"), texts.get("copied.not-pasted.empty"));
      return;
    }
    try {
      RecipeSettings settings = json.read(text);
      painting
          .edits()
          .together(
              StepName.of("copied.pasted.step"),
              () -> new SettingsTransfer(painting.settings()).take(settings, painting.styles()));
      boolean picture = settings.init().kind() == Init.Kind.PICTURE;
      notices.done(texts.get("copied.pasted"), picture ? texts.get("copied.pasted.start") : "");
    } catch (RecipeException e) {
      notices.warn(texts.get("copied.not-pasted"), texts.said(e));
    }
  }
}
