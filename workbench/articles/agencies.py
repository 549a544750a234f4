"""Who pictures and reports are bought from, as credits name them."""

from typing import Final

from workbench.articles.phrases import one_of

AGENCY: Final = one_of(r"""
    # news agencies and their picture desks
    ap
    afp
    reuters
    getty(?: images)?
    epa(?:-efe)?
    efe
    dpa
    upi
    kcna
    kns
    tass
    itar-tass
    sputnik
    ria(?: novosti)?
    xinhua
    yonhap
    newsis
    kyodo(?: news)?
    jiji(?: press)?
    bloomberg
    ansa
    lapresse
    nurphoto
    anadolu(?: agency| images)?
    aa
    sopa images
    zuma(?: press| wire)?
    pa(?: media| wire| images)?
    press association
    associated press
    agence france[- ]presse
    imago(?: images)?
    picture[- ]alliance
    keystone
    belga
    anp
    ntb
    scanpix
    lusa
    mti
    pap
    čtk
    ctk
    apa
    ukrinform
    unian
    interfax
    # space and science
    maxar(?: technologies)?
    planet labs
    nasa
    esa
    noaa
    # picture agencies and libraries
    polaris
    magnum
    redux
    wireimage
    shutterstock
    i ?stock(?:photo)?
    alamy
    adobe ?stock
    unsplash
    pexels
    pixabay
    flickr
    # what is free to use
    wikimedia(?: commons)?
    wikipedia
    creative commons
    cc[- ]by(?:-sa)?(?: \d\.\d)?
    public domain
    # no agency, but named in its place
    stringer
    pool
    handout
    file(?: photo)?
    social media
    telegram
    twitter
    facebook
    instagram
    youtube
    screengrab
    screenshot
    courtesy
""")
"""A pattern for one name, to be matched without regard to case."""
