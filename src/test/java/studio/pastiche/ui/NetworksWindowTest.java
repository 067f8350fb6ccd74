package studio.pastiche.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.networks.ServedNetworks;
import studio.pastiche.networks.StoredNetwork;
import studio.pastiche.networks.download.MirrorServer;
import studio.pastiche.ui.notice.Notice;

/// Works at the networks' window with a real store, real files, and a real HTTPS server.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
@org.jspecify.annotations.NullUnmarked
class NetworksWindowTest {
  @TempDir static Path keys;
  private static MirrorServer.Identity identity;

  @TempDir Path folder;
  private NetworksDesk at;
  private Desk desk;

  @BeforeAll
  static void makeCertificate() throws IOException {
    identity = MirrorServer.Identity.made(keys);
  }

  @Start
  void open(Stage stage) throws IOException {
    at = new NetworksDesk(stage, folder, identity, "small");
    desk = at.desk;
  }

  @AfterEach
  void close() {
    at.close();
  }

  @Test
  void nothingIsFetchedUnlessTheArtistAsks() {
    at.open();
    assertTrue(at.has("fetch-small"));
    assertEquals(List.of(), at.served.server().takeRequests());
    assertEquals(List.of("compact"), at.options());
  }

  @Test
  void aFetchedNetworkPaintsAndARecipeWithoutItSaysWhich() {
    at.open();
    at.press("fetch-small");
    StoredNetwork.Sound kept = at.here("small");
    assertEquals(at.served.network().sha256(), kept.sha256());
    desk.until("the inspector lists it", () -> at.options().equals(List.of("compact", "small")));
    assertEquals("compact", at.chosen());
    at.pressWords("Make it the default");
    desk.until("it is set", () -> at.chosen().equals("small"));
    assertEquals("small", at.networks.store().chosen());

    Path painted = paint();
    desk.dialogs.yes = true;
    at.press("remove-small");
    desk.until("it can be fetched again", () -> at.has("fetch-small"));
    assertEquals("compact", at.chosen(), "what is gone gives way");
    desk.drop("#canvas-area", painted);
    take(desk.texts.get("recipe.restore"));
    desk.until(
        "the missing network is named",
        () ->
            desk.studio.notices().shown().stream()
                .anyMatch(
                    n ->
                        n.detail().contains("small")
                            && n.detail().contains(kept.sha256().substring(0, 12))));
    take(desk.texts.get("networks.open"));
    assertEquals("compact", at.chosen());

    at.press("fetch-small");
    at.here("small");
    desk.drop("#canvas-area", painted);
    take(desk.texts.get("recipe.restore"));
    desk.until("its network is set", () -> at.chosen().equals("small"));
  }

  @Test
  void aPausedFetchGoesOnWhereItWas() throws IOException {
    at.served.server().holdAfter(at.served.needed() / 2);
    at.open();
    at.press("fetch-small");
    desk.until("bytes are shown", () -> at.words().contains(" of 0.4 MB"));
    assertEquals(1, desk.fx(() -> desk.studio.tasks().running().size()));
    at.press("pause-small");
    desk.until("it is paused", () -> at.has("go-on-small"));
    assertFalse(at.files().isEmpty(), "what came is kept");
    assertTrue(begun(), "another start would not know of it");
    at.served.server().mend();
    at.served.server().takeSent();
    at.press("go-on-small");
    at.here("small");
    assertTrue(at.served.server().takeSent() < at.served.needed(), "begun anew");
    assertEquals(List.of("small.safetensors"), at.files());
    assertFalse(begun());
  }

  @Test
  void aCancelledFetchLeavesNothing() throws IOException {
    at.served.server().holdAfter(at.served.needed() / 2);
    at.open();
    at.press("fetch-small");
    desk.until("bytes are shown", () -> at.words().contains(" of 0.4 MB"));
    at.press("cancel-small");
    desk.until("it can be fetched again", () -> at.has("fetch-small"));
    assertEquals(List.of(), at.files());
  }

  @Test
  void whatIsCalledOffInTheMainWindowLeavesNothing() throws IOException {
    at.served.server().holdAfter(at.served.needed() / 2);
    at.open();
    at.press("fetch-small");
    desk.until("bytes are shown", () -> at.words().contains(" of 0.4 MB"));
    desk.fx(
        () -> {
          desk.studio.tasks().running().getFirst().cancel();
          return 0;
        });
    desk.until("it can be fetched again", () -> at.has("fetch-small"));
    assertEquals(List.of(), at.files());
  }

  @Test
  void whatIsGivenUpAfterAPauseLeavesNothing() throws IOException {
    at.served.server().holdAfter(at.served.needed() / 2);
    at.open();
    at.press("fetch-small");
    desk.until("bytes are shown", () -> at.words().contains(" of 0.4 MB"));
    at.press("pause-small");
    desk.until("it is paused", () -> at.has("go-on-small"));
    at.press("cancel-small");
    desk.until("it can be fetched again", () -> at.has("fetch-small"));
    assertEquals(List.of(), at.files());
  }

  @Test
  void withoutAConnectionTheWindowSaysHowToBringTheFile() {
    at.served.close();
    at.open();
    at.press("fetch-small");
    desk.until("it says why", () -> at.has("failure-small"));
    assertTrue(at.words().contains("There is no connection to localhost"), at.words());
    TextField address = (TextField) desk.fx(() -> NetworksDesk.find("address-small").orElseThrow());
    assertTrue(address.getText().startsWith("https://localhost"), address.getText());
    assertFalse(address.isEditable());
    desk.dialogs.networks = List.of(folder.resolve("served/timm/small/model.safetensors"));
    at.press("import-here-small");
    assertEquals(at.served.network().sha256(), at.here("small").sha256());
    desk.until("the failure is settled", () -> !at.has("failure-small"));
  }

  @Test
  void anotherSourceIsOfferedWhereTheFirstRefuses() throws IOException {
    Files.delete(folder.resolve("served/timm/small/model.safetensors"));
    at.open();
    at.press("fetch-small");
    desk.until("it says why", () -> at.has("failure-small"));
    assertTrue(at.words().contains("does not give the file"), at.words());
    assertTrue(at.has("try-keras-small"));
    at.press("give-up-small");
    desk.until("it can be fetched again", () -> at.has("fetch-small"));
  }

  @Test
  void droppedFilesAreImportedOneAfterTheOther() {
    at.open();
    at.drop(
        NetworksDesk.REFERENCE.resolve("torchvision-zip.pth"),
        NetworksDesk.REFERENCE.resolve("matconvnet.mat"));
    assertEquals(InputSpec.RGB_IMAGENET, at.here("torchvision-zip").input());
    assertEquals(InputSpec.RGB_CAFFE, at.here("matconvnet").input());
    assertEquals(List.of("compact", "matconvnet", "torchvision-zip"), at.options());
  }

  @Test
  void aChosenFileThatIsNoNetworkIsExplainedAndKeepsNothing() throws IOException {
    at.open();
    Path text = Files.writeString(folder.resolve("vgg.pth"), "not a network");
    desk.dialogs.networks = List.of(text);
    at.press("networks-import");
    desk.until("it is said", () -> at.words().contains("vgg.pth can’t be used"));
    assertEquals(List.of(), at.files());
    assertTrue(at.has("networks-import"), "another file can be chosen");
  }

  @Test
  void inDoubtTheArtistIsAskedAndTheAnswerCounts() throws IOException {
    at.open();
    at.drop(at.served.inDoubt(folder.resolve("mine.safetensors")));
    desk.until("it asks", () -> at.has("input-question"));
    assertEquals(List.of(), at.files());
    assertTrue(
        desk.fx(() -> NetworksDesk.find("networks-input-import").orElseThrow().isDisabled()));
    choose("input-bgr-caffe");
    at.press("networks-input-import");
    assertEquals(InputSpec.BGR_CAFFE, at.here("mine").input());

    at.press("change-input-mine");
    desk.until("it asks again", () -> at.has("input-question"));
    choose("input-rgb-caffe");
    at.press("networks-input-take");
    desk.until(
        "it is changed",
        () ->
            at.networks.store().find("mine").orElseThrow() instanceof StoredNetwork.Sound sound
                && sound.input() == InputSpec.RGB_CAFFE);
    assertEquals(at.served.network().sha256(), at.here("mine").sha256());
  }

  @Test
  void whatIsAskedForWhileAnotherQuestionIsOpenIsAskedNext() throws IOException {
    at.open();
    at.drop(NetworksDesk.REFERENCE.resolve("torchvision-zip.pth"));
    at.here("torchvision-zip");
    at.drop(at.served.inDoubt(folder.resolve("mine.safetensors")));
    desk.until("it asks", () -> at.has("networks-input-import"));
    at.press("change-input-torchvision-zip");
    at.press("networks-input-not-import");
    desk.until("it asks about the other", () -> at.has("networks-input-take"));
  }

  @Test
  void aFileBroughtByHandCanBeGivenAnotherInputAndARecipeSaysSo() throws IOException {
    at.open();
    at.press("fetch-small");
    at.here("small");
    assertFalse(at.has("change-input-small"), "what was fetched is known");
    at.press("choose-small");
    desk.until("it is set", () -> at.chosen().equals("small"));
    Path painted = paint();
    desk.dialogs.yes = true;
    at.press("remove-small");
    desk.until("it can be fetched again", () -> at.has("fetch-small"));
    at.networks
        .imports()
        .keep(folder.resolve("served" + ServedNetworks.FILE), "small", InputSpec.RGB_IMAGENET);
    at.open();
    at.press("change-input-small");
    desk.until("it asks", () -> at.has("input-question"));
    choose("input-bgr-caffe");
    at.press("networks-input-take");
    desk.until(
        "it is changed",
        () ->
            at.networks.store().find("small").orElseThrow() instanceof StoredNetwork.Sound sound
                && sound.input() == InputSpec.BGR_CAFFE);
    desk.until("it can be painted with", () -> at.options().contains("small"));
    desk.drop("#canvas-area", painted);
    take(desk.texts.get("recipe.restore"));
    desk.until(
        "the other input is told",
        () ->
            desk.studio.notices().shown().stream()
                .anyMatch(n -> n.detail().contains("bgr-caffe") && n.detail().contains("small")));
  }

  @Test
  void aQuestionCanBeLeftAndKeepsNothing() throws IOException {
    at.open();
    at.drop(at.served.inDoubt(folder.resolve("mine.safetensors")));
    at.press("networks-input-not-import");
    desk.until("another file can be chosen", () -> at.has("networks-import"));
    assertEquals(List.of(), at.files());
  }

  @Test
  void aTakenNameIsAskedFor() throws IOException {
    at.open();
    Path one =
        Files.copy(
            NetworksDesk.REFERENCE.resolve("torchvision-zip.pth"), folder.resolve("mine.pth"));
    Path other =
        Files.copy(NetworksDesk.REFERENCE.resolve("matconvnet.mat"), folder.resolve("mine.mat"));
    at.drop(one, other);
    desk.until("it asks", () -> at.has("import-name"));
    desk.fx(
        () -> {
          ((TextField) NetworksDesk.find("import-name").orElseThrow()).setText("other");
          return 0;
        });
    at.press("networks-name-take");
    assertEquals(InputSpec.RGB_CAFFE, at.here("other").input());
    assertEquals(List.of("mine.safetensors", "other.safetensors"), at.files());
  }

  @Test
  void aBrokenCopyIsShownLeftOutAndRepaired() throws Exception {
    at.open();
    at.press("fetch-small");
    StoredNetwork.Sound kept = at.here("small");
    at.press("choose-small");
    desk.until("it is the default", () -> at.chosen().equals("small"));
    byte[] bytes = Files.readAllBytes(kept.file());
    bytes[bytes.length - 2] ^= 1;
    Files.write(kept.file(), bytes);
    Files.setLastModifiedTime(kept.file(), java.nio.file.attribute.FileTime.fromMillis(1000));
    at.open();
    desk.until("it is shown as broken", () -> at.has("repair-small"));
    assertEquals(List.of("compact"), at.options());
    assertEquals("compact", at.chosen());
    at.press("repair-small");
    at.here("small");
    desk.until("it is the default again", () -> at.chosen().equals("small"));
  }

  @Test
  void aBrokenCopyThatCannotBeFetchedCanBeRemoved() throws IOException {
    Files.createDirectories(at.served.storeFolder());
    Files.writeString(at.served.storeFolder().resolve("mine.safetensors"), "not a network");
    at.open();
    desk.until("it is shown as broken", () -> at.has("import-again-mine"));
    desk.dialogs.yes = true;
    at.press("remove-mine");
    desk.until("it is gone", () -> !at.has("network-mine"));
    assertEquals(List.of(), at.files());
  }

  @Test
  void removingAsksAndTheBuiltInOneTakesThePlaceOfTheDefault() throws IOException {
    at.open();
    at.drop(NetworksDesk.REFERENCE.resolve("torchvision-zip.pth"));
    at.here("torchvision-zip");
    at.press("choose-torchvision-zip");
    desk.until("it is the default", () -> at.chosen().equals("torchvision-zip"));
    at.press("remove-torchvision-zip");
    assertEquals(1, desk.dialogs.asked.size());
    assertEquals(List.of("torchvision-zip.safetensors"), at.files());
    desk.dialogs.yes = true;
    at.press("remove-torchvision-zip");
    desk.until("it is gone", () -> !at.has("network-torchvision-zip"));
    assertEquals("compact", at.chosen());
    assertFalse(
        desk.fx(() -> desk.painting().edits().canUndo().get()),
        "what happened to networks is no step of the artist's");
  }

  private boolean begun() {
    return at.networks.fetch().begun(at.networks.catalogue().find("small").orElseThrow());
  }

  /// Paints a few iterations with what is set, and saves the picture with its recipe.
  private Path paint() {
    desk.drop("#content-well .well", Desk.waves(folder.resolve("photo.png"), 40, 30, 0.3));
    desk.drop("#style-wells .well", Desk.waves(folder.resolve("style.png"), 40, 30, 1.3));
    desk.until("it can be painted", () -> desk.painting().canPaint().get());
    desk.fx(
        () -> {
          desk.painting().settings().size().set(64);
          desk.painting().settings().iterations().set(3);
          desk.painting().paint();
          return 0;
        });
    desk.until("it is painted", () -> !desk.painting().phase().get().busy());
    assertEquals(
        at.served.network().sha256(),
        desk.fx(() -> desk.painting().snapshots().getLast().recipe().network().sha256()));
    Path file = folder.resolve("painted.png");
    desk.dialogs.saveTo = file;
    desk.act("action.save");
    desk.until("it is saved", () -> Files.exists(file));
    return file;
  }

  /// Takes what a message of the main window offers.
  private void take(String words) {
    desk.until("there is an offer " + words, () -> !offers(words).isEmpty());
    desk.fx(
        () -> {
          Notice notice = offers(words).getLast();
          notice.offers().stream()
              .filter(offer -> offer.words().equals(words))
              .findAny()
              .orElseThrow()
              .does()
              .run();
          desk.studio.notices().shown().remove(notice);
          return 0;
        });
  }

  private List<Notice> offers(String words) {
    return desk.studio.notices().shown().stream()
        .filter(n -> n.offers().stream().anyMatch(offer -> offer.words().equals(words)))
        .toList();
  }

  private void choose(String id) {
    desk.fx(
        () -> {
          ((RadioButton) NetworksDesk.find(id).orElseThrow()).fire();
          return 0;
        });
  }
}
