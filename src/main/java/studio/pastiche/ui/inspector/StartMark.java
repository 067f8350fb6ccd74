package studio.pastiche.ui.inspector;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.Setting;
import studio.pastiche.ui.text.Texts;

/// The small mark beside a setting that needs a new start; it lights up where the run in progress
/// can't take what is set.
final class StartMark {
  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

  private StartMark() {}

  static void onto(Label label, Setting setting, Painting painting, Texts texts) {
    FontIcon icon = new FontIcon(MaterialDesignR.RESTART);
    icon.getStyleClass().add("start-mark");
    label.setGraphic(icon);
    label.setContentDisplay(ContentDisplay.RIGHT);
    label.setGraphicTextGap(4);
    StringExpression words =
        Bindings.concat(
            texts.bound(setting.key() + ".tip"), "\n", texts.bound("setting.needs-start"));
    texts.tip(label, words);
    Runnable look = () -> icon.pseudoClassStateChanged(WAITING, painting.needsNewStart(setting));
    painting.edits().onChange(look);
    painting.phase().addListener((_, _, _) -> look.run());
  }
}
