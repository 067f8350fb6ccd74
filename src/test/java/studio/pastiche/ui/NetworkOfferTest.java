package studio.pastiche.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.pastiche.networks.download.MirrorServer;

/// The strip that offers the full VGG-19 at the first start.
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
@org.jspecify.annotations.NullUnmarked
class NetworkOfferTest {
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
    at = new NetworksDesk(stage, folder, identity, "vgg19");
    desk = at.desk;
  }

  @AfterEach
  void close() {
    at.close();
  }

  @Test
  void itSaysHowLargeTheNetworkIsAndFetchesNothingByItself() {
    desk.until("it is offered", this::offered);
    assertEquals(
        "Get the full VGG-19 (0.4 MB) for the best quality",
        desk.fx(() -> ((Label) desk.node("#offer .label")).getText()));
    assertEquals(List.of(), at.served.server().takeRequests());
  }

  @Test
  void dismissedItStaysAway() {
    desk.until("it is offered", this::offered);
    press("#offer-not-now");
    assertFalse(offered());
    assertTrue(desk.settings.networkOffered().get());
    desk.fx(
        () -> {
          desk.settings.reset();
          return 0;
        });
    at.open();
    desk.until("the networks were looked at again", () -> at.has("fetch-vgg19"));
    assertFalse(offered());
  }

  @Test
  void oneClickFetchesAndItStaysAwayEvenWhenTheNetworkGoes() {
    desk.until("it is offered", this::offered);
    press("#offer-fetch");
    assertFalse(offered());
    desk.until("the inspector lists it", () -> at.options().equals(List.of("compact", "vgg19")));
    assertTrue(desk.settings.networkOffered().get());
    assertEquals("compact", at.chosen(), "nothing is changed unasked");
    desk.until(
        "it is said, with an offer to paint with it",
        () ->
            desk.studio.notices().shown().stream()
                .anyMatch(
                    n ->
                        n.offers().stream()
                            .anyMatch(o -> o.words().equals("Make it the default"))));
    at.open();
    desk.dialogs.yes = true;
    at.press("remove-vgg19");
    desk.until("it is gone", () -> at.has("fetch-vgg19"));
    assertFalse(offered());
  }

  @Test
  void aFetchThatFailsIsSaidAndCanBeLookedAt() {
    desk.until("it is offered", this::offered);
    at.served.close();
    press("#offer-fetch");
    String open = desk.texts.get("networks.open");
    desk.until(
        "it is said",
        () ->
            desk.studio.notices().shown().stream()
                .anyMatch(n -> n.offers().stream().anyMatch(o -> o.words().equals(open))));
    assertFalse(desk.settings.networkOffered().get());
  }

  private boolean offered() {
    return desk.fx(() -> desk.node("#offer").isVisible());
  }

  private void press(String id) {
    desk.fx(
        () -> {
          ((Button) desk.node(id)).fire();
          return 0;
        });
  }
}
