package io.encours.identity.web;

import io.encours.platform.BusinessDate;
import io.encours.platform.web.Page;
import io.encours.platform.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/// The `Page` of someone who is not signed in yet, in the browser's language.
@Component
class BarePages {

    private final Texts texts;
    private final BusinessDate businessDate;

    BarePages(Texts texts, BusinessDate businessDate) {
        this.texts = texts;
        this.businessDate = businessDate;
    }

    Page current() {
        var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        HttpServletRequest request = attributes.getRequest();
        var csrf = (CsrfToken) Objects.requireNonNull(request.getAttribute(CsrfToken.class.getName()));
        return Page.bare(
                texts,
                RequestContextUtils.getLocale(request),
                request.getRequestURI(),
                new Page.Csrf(csrf.getParameterName(), csrf.getHeaderName(), csrf.getToken()),
                businessDate.today());
    }
}
