package io.encours.testing;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Gives test methods their `Browser`; one Chromium serves all tests of a run.
final class BrowserExtension implements ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace SPACE = Namespace.create(BrowserExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var chromium =
                test.getRoot().getStore(SPACE).computeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);
        var port = SpringExtension.getApplicationContext(test)
                .getEnvironment()
                .getRequiredProperty("local.server.port", Integer.class);
        var browser = new Browser(chromium, "http://localhost:" + port);
        test.getStore(SPACE).put(Browser.class, browser);
        return browser;
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        var browser = test.getStore(SPACE).get(Browser.class, Browser.class);
        if (browser == null) {
            return;
        }
        if (test.getExecutionException().isPresent()) {
            browser.picture("failed-" + test.getRequiredTestClass().getSimpleName() + "-"
                    + test.getRequiredTestMethod().getName());
        } else {
            browser.assertQuiet();
        }
    }
}
