import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/// The cranes of the print, one shape in four places.
final class WoodblockCranes {
  private static final int W = WoodblockPress.W;
  private static final int H = WoodblockPress.H;
  private final WoodblockPress press;

  WoodblockCranes(WoodblockPress press) {
    this.press = press;
  }

  void fly() {
    press.stampKey();
    double[][] birds = {
      {0.30, 0.27, 1.0}, {0.43, 0.335, 0.8}, {0.22, 0.36, 0.62}, {0.10, 0.235, 0.5}
    };
    for (double[] b : birds) {
      AffineTransform at = AffineTransform.getTranslateInstance(b[0] * W, b[1] * H);
      at.scale(b[2] * 1.5, b[2] * 1.5);
      at.rotate(-0.18);
      Path2D body = new Path2D.Double();
      body.moveTo(78, -10);
      body.curveTo(55, -14, 40, -6, 22, -6);
      body.curveTo(10, -40, -18, -72, -62, -84);
      body.curveTo(-40, -56, -34, -30, -26, 0);
      body.curveTo(-48, 6, -66, 10, -88, 10);
      body.curveTo(-60, 18, -30, 16, -10, 12);
      body.curveTo(-8, 34, 2, 58, 30, 78);
      body.curveTo(34, 46, 34, 24, 28, 6);
      body.curveTo(44, 2, 60, -4, 78, -10);
      body.closePath();
      Area shape = new Area(at.createTransformedShape(body));
      press.ink(shape, 0xfaf3e2, 0xf6ead0, 4, 0, H, 1);
      Path2D tips = new Path2D.Double();
      tips.append(new Ellipse2D.Double(-74, -98, 44, 40), false);
      tips.append(new Ellipse2D.Double(10, 56, 40, 40), false);
      tips.append(new Ellipse2D.Double(-96, 0, 34, 26), false);
      Area dark = new Area(at.createTransformedShape(tips));
      dark.intersect(shape);
      press.ink(dark, 0x1c2740, 0x1c2740, 4, 0, 1, 0.95);
      Area cap = new Area(at.createTransformedShape(new Ellipse2D.Double(60, -17, 14, 9)));
      cap.intersect(shape);
      press.ink(cap, 0xd0341f, 0xd0341f, 4, 0, 1, 1);
      press.cut(shape, 3.6);
      feathers(at);
    }
  }

  private void feathers(AffineTransform at) {
    for (int i = 0; i < 6; i++) {
      Path2D feather = new Path2D.Double();
      feather.moveTo(-56 + i * 8, -74 + i * 9);
      feather.quadTo(-30 + i * 5, -44 + i * 7, -16 + i * 5, -10 + i);
      feather.moveTo(28 - i * 4, 66 - i * 7);
      feather.quadTo(20 - i * 2, 34 - i * 3, 14 - i * 2, 10);
      press.cut(at.createTransformedShape(feather), 2.6);
    }
  }
}
