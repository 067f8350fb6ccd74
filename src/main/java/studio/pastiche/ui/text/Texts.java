package studio.pastiche.ui.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import studio.pastiche.engine.NotEnoughMemoryException;

/// The window's words. What is bound here changes at once when the artist chooses another language.
public final class Texts {
  private final ObjectProperty<Language> language = new SimpleObjectProperty<>();
  private final Map<Language, ResourceBundle> bundles = new EnumMap<>(Language.class);

  public Texts(Language first) {
    for (Language each : Language.values()) {
      bundles.put(each, bundle(each));
    }
    language.set(first);
  }

  public ObjectProperty<Language> language() {
    return language;
  }

  /// The words for `key` now. Where there are values, they replace `{0}`, `{1}`, …
  public String get(String key, Object... values) {
    ResourceBundle bundle = bundles.get(language.get());
    String words = bundle == null ? key : bundle.getString(key);
    return values.length == 0
        ? words
        : new MessageFormat(words, language.get().locale()).format(values);
  }

  /// What a problem says of itself; where it says nothing, a sentence that names its kind.
  public String said(Throwable problem) {
    if (problem instanceof OutOfMemoryError) {
      return get("notice.out-of-memory");
    }
    if (problem instanceof NotEnoughMemoryException tooLarge) {
      Amounts amounts = new Amounts(this);
      return get(
          tooLarge.fitting() > 0 ? "notice.too-large.why" : "foot.no-memory",
          String.valueOf(tooLarge.size()),
          amounts.memory(tooLarge.needed()),
          amounts.memory(tooLarge.free()),
          String.valueOf(tooLarge.fitting()));
    }
    String message = problem.getMessage();
    return message == null || message.isBlank()
        ? get("notice.no-reason", problem.getClass().getSimpleName())
        : message;
  }

  /// The words for `key` in whatever language is chosen.
  public StringBinding bound(String key) {
    return Bindings.createStringBinding(() -> get(key), language);
  }

  /// The words for `key` with observed values put in.
  public StringBinding bound(String key, ObservableValue<?>... values) {
    ObservableValue<?>[] observed = new ObservableValue<?>[values.length + 1];
    System.arraycopy(values, 0, observed, 1, values.length);
    observed[0] = language;
    return Bindings.createStringBinding(
        () -> {
          Object[] now = new Object[values.length];
          for (int i = 0; i < now.length; i++) {
            now[i] = values[i].getValue();
          }
          return get(key, now);
        },
        observed);
  }

  /// Gives a labelled control its words, for the eye and for a screen reader.
  public <T extends Labeled> T label(T control, String key) {
    control.textProperty().bind(bound(key));
    control.accessibleTextProperty().bind(bound(key));
    return control;
  }

  /// Gives a control an explanation that shows under the pointer and is read out as help.
  public <T extends Control> T tip(T control, String key) {
    return tip(control, bound(key));
  }

  /// As [#tip(Control, String)], with words that are bound already.
  public <T extends Control> T tip(T control, ObservableValue<String> words) {
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(words);
    tooltip.setShowDelay(Duration.millis(500));
    tooltip.setShowDuration(Duration.seconds(30));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(320);
    control.setTooltip(tooltip);
    control.accessibleHelpProperty().bind(words);
    return control;
  }

  private static ResourceBundle bundle(Language language) {
    String name = "text_" + language.locale() + ".properties";
    try (InputStream in = Texts.class.getResourceAsStream("/studio/pastiche/ui/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from this installation");
      }
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
