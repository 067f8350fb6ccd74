package studio.pastiche.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import studio.pastiche.picture.SaveOptions;

class SaveTargetTest {
  @Test
  void theKindThatWasPickedIsKept() {
    assertEquals(
        new SaveOptions.Png(16),
        FxDialogs.target(Path.of("a.png"), new SaveOptions.Png(16)).options());
  }

  @Test
  void anExtensionThatWasTypedDecides() {
    assertEquals(
        new SaveOptions.Jpeg(95),
        FxDialogs.target(Path.of("a.jpg"), new SaveOptions.Png(16)).options());
  }

  @Test
  void aMissingExtensionIsAdded() {
    assertEquals(
        Path.of("dir/a.tif"), FxDialogs.target(Path.of("dir/a"), new SaveOptions.Tiff(16)).file());
  }
}
